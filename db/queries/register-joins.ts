/** What the rows of the register are joined with, each part only where it is asked for. */
import { sql, type SQL } from 'drizzle-orm';
import type { DocumentReach, Reach } from '../../app/domain/people/reach.ts';
import { WITH_WORK } from './deliverable-work.ts';
import { anyOf, documentWithin, listOf, within } from './reach.ts';

/** What one reader may see of the register. */
export type RegisterReader = {
  personId: string;
  organisationIds: readonly string[];
  assignments: Reach;
  contracts: Reach;
  noObjections: Reach;
  /** Where the planned budget is shown. */
  planned: Reach[];
  documents: readonly DocumentReach[];
};

export type Part = 'component' | 'work' | 'holder' | 'contract' | 'planned' | 'comments' | 'bank';

/** The parts, in an order in which each finds what it needs; all join to a row `a` of assignments. */
export function joined(parts: ReadonlySet<Part>, reader: RegisterReader): SQL {
  const all: Record<Part, () => SQL> = {
    component: () => sql`left join components c on c.id = a.component_id`,
    work: () => WITH_WORK,
    holder: () => HOLDERS,
    contract: () => contractWithin(reader.contracts),
    planned: () => plannedWithin(reader.planned),
    comments: () => commentsFor(reader),
    bank: () => waitingForBank(reader.noObjections),
  };
  const wanted = Object.entries(all).filter(([part]) => parts.has(part as Part));
  return sql.join(
    wanted.map(([, join]) => join()),
    sql` `,
  );
}

export const ALL_PARTS: ReadonlySet<Part> = new Set<Part>([
  'component',
  'work',
  'holder',
  'contract',
  'planned',
  'comments',
  'bank',
]);

/** `holder.names_zh`, `names_en`: who holds it, firms and people, each list in its own order. */
const HOLDERS = sql`
  left join lateral (
    select
      array_agg(held.name_zh order by held.name_zh, held.id) as names_zh,
      array_agg(held.name_en order by held.name_zh, held.id) as names_en
    from (
      select o.id, o.name_zh, o.name_en from assignment_holders h
      join organisations o on o.id = h.organisation_id
      where h.assignment_id = a.id
      union all
      select p.id, p.name_zh, p.name_en from individual_holders h
      join people p on p.id = h.person_id
      where h.assignment_id = a.id
    ) held
  ) holder on true`;

/** `contract`, where the reader may read it; the amount is what amendments in force made of it. */
function contractWithin(reach: Reach): SQL {
  return sql`
    left join lateral (
      select k.id, k.signed_on, k.currency, ${contractAmount(sql`k`)} as amount_minor
      from contracts k
      where k.assignment_id = a.id and ${within(reach, sql`a.id`)}
    ) contract on true`;
}

/** `planned`: the planned budget, where the reader may know it. */
function plannedWithin(reaches: readonly Reach[]): SQL {
  return sql`
    left join lateral (
      select a.planned_amount_minor as amount_minor, a.planned_currency as currency
      where ${anyOf(reaches.map((reach) => within(reach, sql`a.id`)))}
    ) planned on true`;
}

/** What a contract comes to: the signed amount and the changes that both parties agreed to. */
export function contractAmount(contract: SQL): SQL {
  return sql`(${contract}.amount_minor + coalesce((
    select sum(m.amount_change_minor) from contract_amendments m
    where m.contract_id = ${contract}.id
      and (select count(*) from amendment_agreements g where g.amendment_id = m.id) = 2
      and (m.kind not in ('EXTENSION', 'RENEWAL') or m.evaluation_version_id is not null)
  ), 0))::bigint`;
}

/** `comments.open`: open threads that the reader could open, in documents the reader may read. */
function commentsFor(reader: RegisterReader): SQL {
  return sql`
    left join lateral (
      select count(*)::int as open
      from documents doc join threads t on t.document_id = doc.id
      where doc.assignment_id = a.id
        and ${documentWithin(reader.documents, { kind: sql`doc.kind`, assignmentId: sql`a.id` })}
        and ${openThread(reader.organisationIds)}
    ) comments on true`;
}

/** Open, and not in the lane of another institution: a count must not tell what no page shows. */
export function openThread(organisationIds: readonly string[]): SQL {
  const visible = anyOf([
    sql`t.visibility = 'ALL'`,
    ...(organisationIds.length === 0
      ? []
      : [sql`t.author_organisation_id in ${listOf(organisationIds)}`]),
  ]);
  return sql`${visible}
    and not exists (select from thread_closures done where done.thread_id = t.id)
    and not exists (select from suggestion_acceptances done where done.thread_id = t.id)`;
}

/** `bank.pending`: how many no-objections wait for an answer; `bank.due_on`: the first date. */
function waitingForBank(reach: Reach): SQL {
  return sql`
    left join lateral (
      select count(*)::int as pending, min(n.due_on) as due_on
      from no_objections n
      join document_versions asked on asked.id = n.document_version_id
      where n.assignment_id = a.id and ${within(reach, sql`a.id`)} and ${unanswered()}
    ) bank on true`;
}

/** Of `no_objections n` and its version `asked`: no decision yet, and not void by a later version. */
export function unanswered(): SQL {
  return sql`not exists (select from no_objection_decisions said where said.no_objection_id = n.id)
    and not exists (
      select from document_versions later
      where later.document_id = asked.document_id and later.no > asked.no
    )`;
}
