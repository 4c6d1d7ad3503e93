import { database } from '#db/connection.ts';
import {
  findVersionsOf,
  findVersionText,
  type VersionRecord,
} from '#db/queries/document-versions.ts';
import { findPictureSizes } from '#db/queries/documents.ts';
import { treeOf } from '#server/content/document-content.ts';
import { treeToHtml } from '#server/content/tree-to-html.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import type { Translate } from '../../i18n/translator.ts';
import { readableDocument } from './readable-document.server.ts';
import { readingWords } from './reading-words.server.ts';
import type { VersionsPage, VersionView } from './version-views.ts';

/** The versions of a document, the newest first. */
export async function documentVersions(
  actor: Person,
  documentId: string,
): Promise<Result<VersionView[], Refusal>> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  return granted((await findVersionsOf(database(), [documentId])).map(versionView));
}

/** The versions of a document and the text of one of them. */
export async function versionsPage(query: {
  actor: Person;
  documentId: string;
  /** Number of the version to read; null for none. */
  no: number | null;
  t: Translate;
}): Promise<Result<VersionsPage, Refusal>> {
  const { actor, documentId, no, t } = query;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  const versions = (await findVersionsOf(database(), [documentId])).map(versionView);
  const version = no === null ? null : versions.find((candidate) => candidate.no === no);
  if (version === undefined) return refused({ code: 'not-found' });
  const { id, title, lastSeq } = readable.document;
  return granted({
    document: { id, title },
    versions,
    hasChanged: versions[0]?.revision !== lastSeq,
    mayFreeze: readable.allows('create'),
    shown: version === null ? null : { version, html: await frozenHtml(documentId, version.no, t) },
  });
}

async function frozenHtml(documentId: string, no: number, t: Translate): Promise<string> {
  const db = database();
  const [text, pictures] = await Promise.all([
    findVersionText(db, documentId, no),
    findPictureSizes(db, documentId),
  ]);
  if (text === null) throw new Error(`Version ${String(no)} of ${documentId} has no text.`);
  return treeToHtml({
    tree: treeOf(text.state),
    registerValues: text.registerValues,
    passages: [],
    pictures,
    picturePath: (attachmentId) => `/attachments/${encodeURIComponent(attachmentId)}`,
    words: readingWords(t),
    guidance: 'left-out',
  });
}

export function versionView(record: VersionRecord): VersionView {
  return {
    id: record.id,
    no: record.no,
    revision: record.seq,
    reason: record.reason,
    sha256: Buffer.from(record.sha256).toString('hex'),
    at: record.createdAt.toISOString(),
    by: record.createdByName,
  };
}
