import type { Person } from '../../domain/people/person.ts';
import { assignmentActivity } from '../activity/assignment-activity.server.ts';
import type { EventView } from '../activity/activity-views.ts';
import { commitmentSheet } from '../contract/commitment-sheet.server.ts';
import { contractPage } from '../contract/contract-page.server.ts';
import type { CommitmentSheet, ContractView } from '../contract/contract-views.ts';
import { assignmentLinks } from '../models/assignment-links.server.ts';
import type { AssignmentLinksPage } from '../models/model-views.ts';

/** What the overview of an assignment tells of its other pages; null where the reader has no page. */
export type AssignmentSummary = {
  contract: Pick<
    ContractView,
    'signedOn' | 'endsOn' | 'currency' | 'amountMinor' | 'releasedMinor' | 'payments'
  > | null;
  commitments: CommitmentSheet['totals'] | null;
  links: Pick<AssignmentLinksPage, 'links' | 'completeness'> | null;
  activity: EventView[];
};

const EVENTS_SHOWN = 10;

/** Payments, commitments, links and the latest events, as far as the reader may see each. */
export async function assignmentSummary(query: {
  actor: Person;
  code: string;
  now: Date;
}): Promise<AssignmentSummary> {
  const { actor, code, now } = query;
  const [terms, sheet, links, activity] = await Promise.all([
    contractPage({ actor, code, now }),
    commitmentSheet({ actor, code }),
    assignmentLinks({ actor, code, words: '' }),
    assignmentActivity({ actor, code, before: null, limit: EVENTS_SHOWN }),
  ]);
  const contract = terms?.contract ?? null;
  return {
    contract: contract && {
      signedOn: contract.signedOn,
      endsOn: contract.endsOn,
      currency: contract.currency,
      amountMinor: contract.amountMinor,
      releasedMinor: contract.releasedMinor,
      payments: contract.payments,
    },
    commitments: sheet === null || sheet.commitments.length === 0 ? null : sheet.totals,
    links: links && { links: links.links, completeness: links.completeness },
    activity: activity?.events ?? [],
  };
}
