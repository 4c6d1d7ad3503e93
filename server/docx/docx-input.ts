import type { BlockLanguage, DocumentTree } from '#app/domain/documents/document-tree.ts';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import type { ThreadPlace } from '#app/domain/review/thread.ts';

export type DocxMessage = {
  author: string;
  initials: string;
  at: Date;
  /** Plain text, at least one. */
  paragraphs: string[];
};

/** A thread as Word knows it: one comment with replies, all on one range. */
export type DocxComment = DocxMessage & {
  /** Unique in the document, not negative. Written as Word's comment id. */
  id: number;
  replies: DocxMessage[];
  resolved: 'yes' | 'no';
  /** Leaf index and offsets in `leafText` of `leafBlocks(tree)`. */
  place: ThreadPlace;
  /** What was commented; said in the comment itself when its place is gone. */
  quote: string;
};

export type DocxImage = {
  bytes: Uint8Array;
  mediaType: 'image/png' | 'image/jpeg' | 'image/gif';
  /** The picture's own size in CSS pixels. */
  width: number;
  height: number;
};

export type DocxInput = {
  tree: DocumentTree;
  title: string;
  /** A line under the title, also a document property; '' for none. */
  subject: string;
  /** Main language: decides fonts, sizes and the numbering that the heading styles carry. */
  language: BlockLanguage;
  author: string;
  createdAt: Date;
  registerValues: RegisterValues;
  /** By attachment id. */
  images: ReadonlyMap<string, DocxImage>;
  comments: readonly DocxComment[];
  documentId: string;
  revision: number;
};
