import type { Heading } from '#app/domain/documents/document-tree.ts';
import type { DocxInput } from '../docx-input.ts';
import type { PackageBuilder } from '../ooxml/package-builder.ts';
import type { Footnotes } from '../parts/footnotes.ts';
import type { NumberingDefinitions } from '../parts/numbering.ts';
import type { CommentRanges } from './comment-ranges.ts';

export const DOCUMENT_PART = 'word/document.xml';

/** What the writers of the body share: the source, and what they collect for other parts. */
export type Writing = {
  readonly input: DocxInput;
  readonly package: PackageBuilder;
  readonly numbering: NumberingDefinitions;
  readonly footnotes: Footnotes;
  readonly ranges: CommentRanges;
  /** List of each numbered heading; a heading without number is absent. */
  readonly headingLists: ReadonlyMap<Heading, number>;
  /** The list that the heading styles belong to. */
  readonly linkedHeadingList: number;
  /** Counts from 1 for each kind of id that must be unique in the document. */
  nextId(kind: 'bookmark' | 'drawing' | 'control'): number;
  /** Names in use, in lower case: Word tells bookmarks apart without regard to case. */
  readonly bookmarkNames: Set<string>;
  /** Relationship id of each embedded picture by attachment id. */
  readonly pictures: Map<string, string>;
};

/** Where blocks stand: what their paragraphs look like and how wide they may be, in twips. */
export type BlockPlace = { kind: 'body' | 'cell' | 'header-cell'; width: number };

export function createIdCounter(): Writing['nextId'] {
  const counts = { bookmark: 0, drawing: 0, control: 0 };
  return (kind) => (counts[kind] += 1);
}
