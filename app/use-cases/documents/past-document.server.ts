import { database } from '#db/connection.ts';
import { findWritingSpells } from '#db/queries/document-history.ts';
import { findPictureSizes } from '#db/queries/documents.ts';
import { treeToHtml } from '#server/content/tree-to-html.ts';
import type { Moment } from '../../domain/documents/moment.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import type { Translate } from '../../i18n/translator.ts';
import { replayDocument } from './document-history.server.ts';
import type { PastDocument, PastText } from './history-views.ts';
import { readableDocument, type ReadableDocument } from './readable-document.server.ts';
import { readingWords } from './reading-words.server.ts';
import { registerValues } from './register-values.server.ts';

/**
 * How a document came about, and what it said at one moment. For those who write or review it: a
 * reader is shown what the document says, not what it said while it was being drafted.
 */
export async function pastDocument(query: {
  actor: Person;
  documentId: string;
  moment: Moment | null;
  t: Translate;
}): Promise<Result<PastDocument, Refusal>> {
  const { actor, documentId, moment, t } = query;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  if (!readable.allows('comment')) return refused({ code: 'not-allowed' });
  const { id, title } = readable.document;
  const spells = await findWritingSpells(database(), documentId);
  return granted({
    document: { id, title },
    spells: spells.map(({ since, until, ...spell }) => ({
      ...spell,
      since: since.toISOString(),
      until: until.toISOString(),
    })),
    past: moment === null ? null : await pastText(readable, moment, t),
  });
}

async function pastText(
  { document, assignment }: ReadableDocument,
  moment: Moment,
  t: Translate,
): Promise<PastText | null> {
  const [past, values, pictures] = await Promise.all([
    replayDocument(document.id, moment),
    registerValues(assignment),
    findPictureSizes(database(), document.id),
  ]);
  if (past === null) return null;
  return {
    revision: past.seq,
    at: past.at.toISOString(),
    html: treeToHtml({
      tree: past.tree,
      registerValues: values,
      passages: [],
      pictures,
      picturePath: (attachmentId) => `/attachments/${encodeURIComponent(attachmentId)}`,
      words: readingWords(t),
      guidance: 'left-out',
    }),
  };
}
