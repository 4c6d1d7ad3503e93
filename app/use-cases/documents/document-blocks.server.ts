import { blockWording } from '../../domain/documents/block-wording.ts';
import { leafBlocks, leafText } from '../../domain/documents/document-tree.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import type { DocumentBlock } from './document-views.ts';
import { presentContent } from './present-content.server.ts';
import { editRefusal, readableDocument } from './readable-document.server.ts';

export type DocumentBlocks = { title: string; blocks: DocumentBlock[]; revision: number };

/** The blocks of a document for who may edit it. */
export async function documentBlocks(
  actor: Person,
  documentId: string,
): Promise<Result<DocumentBlocks, Refusal>> {
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  if (!readable.allows('edit')) return refused(editRefusal(readable));
  const { tree, seq } = await presentContent(documentId, readable.document);
  const blocks = leafBlocks(tree).map(({ id, type, inlines }, index) => ({
    id: id ?? unnamedBlock(index),
    kind: type,
    text: blockWording(leafText(inlines)),
  }));
  return granted({ title: readable.document.title, blocks, revision: seq });
}

export function unnamedBlock(index: number): string {
  return `at-${index}`;
}
