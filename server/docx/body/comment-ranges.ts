/**
 * Turns the places of comments into marks inside paragraphs: at which offset of which leaf a
 * range starts or ends. Guidance is not exported, so a mark on it moves to the text beside it.
 */
import { leafText, type LeafBlock } from '#app/domain/documents/document-tree.ts';
import type { TextPoint } from '#app/domain/review/thread.ts';
import type { DocxComment } from '../docx-input.ts';
import { element, together, valued, type Xml } from '../ooxml/xml.ts';

export type AnchoredComment = {
  comment: DocxComment;
  replyIds: number[];
  /** False when the place is gone; the comment then hangs on the end of the document. */
  isPlaced: boolean;
};

export type RangeMark = { offset: number; kind: 'end' | 'start' | 'empty-end'; ids: number[] };

export type CommentRanges = {
  comments: AnchoredComment[];
  marksByLeaf: ReadonlyMap<LeafBlock, RangeMark[]>;
  /** Marks of comments without place when `tail` is null. */
  tailMarks: RangeMark[];
};

/** @param tail the leaf at whose end comments without place hang, or null. */
export function placeComments(
  leaves: readonly LeafBlock[],
  comments: readonly DocxComment[],
  tail: LeafBlock | null,
): CommentRanges {
  const exported = leaves.map((leaf) => ({
    leaf,
    text: isGuidance(leaf) ? null : leafText(leaf.inlines),
  }));
  const marksByLeaf = new Map<LeafBlock, RangeMark[]>();
  const tailMarks: RangeMark[] = [];
  const mark = (leaf: LeafBlock | null, entry: RangeMark) => {
    if (leaf === null) tailMarks.push(entry);
    else marksByLeaf.set(leaf, [...(marksByLeaf.get(leaf) ?? []), entry]);
  };

  const anchored = numberComments(comments).map(({ comment, replyIds }) => {
    const ids = [comment.id, ...replyIds];
    const range = exportedRange(exported, comment);
    if (range === null) {
      const offset = tail === null ? 0 : leafText(tail.inlines).length;
      mark(tail, { offset, kind: 'start', ids });
      mark(tail, { offset, kind: 'empty-end', ids });
    } else {
      const [start, end] = range;
      const isEmpty = start.leaf === end.leaf && start.offset === end.offset;
      mark(leaves[start.leaf] ?? null, { offset: start.offset, kind: 'start', ids });
      mark(leaves[end.leaf] ?? null, {
        offset: end.offset,
        kind: isEmpty ? 'empty-end' : 'end',
        ids,
      });
    }
    return { comment, replyIds, isPlaced: range !== null };
  });
  for (const marks of marksByLeaf.values()) marks.sort(inWritingOrder);
  return { comments: anchored, marksByLeaf, tailMarks: tailMarks.sort(inWritingOrder) };
}

export function isGuidance(leaf: LeafBlock): boolean {
  return leaf.type === 'paragraph' && leaf.guidance;
}

/** Markup of one mark. A reply needs a range of its own inside its parent's, or Word drops it. */
export function rangeMarkup({ kind, ids }: RangeMark): Xml {
  if (kind === 'start') {
    return together(...ids.map((id) => element('w:commentRangeStart', { 'w:id': id })));
  }
  return together(
    ...ids.map((id) => together(element('w:commentRangeEnd', { 'w:id': id }), reference(id))),
  );
}

function reference(id: number): Xml {
  const look = element('w:rPr', {}, valued('w:rStyle', 'CommentReference'));
  return element('w:r', {}, together(look, element('w:commentReference', { 'w:id': id })));
}

/** Replies are numbered after all comments. */
function numberComments(comments: readonly DocxComment[]) {
  const ids = new Set(comments.map(({ id }) => id));
  if (ids.size !== comments.length) throw new Error('Two comments share one id.');
  let next = Math.max(-1, ...ids) + 1;
  return comments.map((comment) => ({ comment, replyIds: comment.replies.map(() => next++) }));
}

type ExportedLeaf = { leaf: LeafBlock; text: string | null };

function exportedRange(
  leaves: readonly ExportedLeaf[],
  { place }: DocxComment,
): [TextPoint, TextPoint] | null {
  if (!place.found) return null;
  const start = firstExportedPoint(leaves, place.start);
  const end = lastExportedPoint(leaves, place.end);
  if (start === null || end === null) return null;
  const isBackwards =
    start.leaf > end.leaf || (start.leaf === end.leaf && start.offset > end.offset);
  return isBackwards ? null : [start, end];
}

function firstExportedPoint(leaves: readonly ExportedLeaf[], point: TextPoint): TextPoint | null {
  for (let leaf = point.leaf; leaf < leaves.length; leaf += 1) {
    const text = leaves[leaf]?.text ?? null;
    if (text === null) continue;
    const offset = leaf === point.leaf ? clamp(point.offset, text.length) : 0;
    return { leaf, offset: splitsPair(text, offset) ? offset - 1 : offset };
  }
  return null;
}

function lastExportedPoint(leaves: readonly ExportedLeaf[], point: TextPoint): TextPoint | null {
  for (let leaf = Math.min(point.leaf, leaves.length); leaf >= 0; leaf -= 1) {
    const text = leaves[leaf]?.text ?? null;
    if (text === null) continue;
    const offset = leaf === point.leaf ? clamp(point.offset, text.length) : text.length;
    return { leaf, offset: splitsPair(text, offset) ? offset + 1 : offset };
  }
  return null;
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

/** Whether `offset` lies inside a surrogate pair, where text must not be cut. */
function splitsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** At one offset: what began earlier ends, then ranges start, then empty ranges end. */
function inWritingOrder(left: RangeMark, right: RangeMark): number {
  return left.offset - right.offset || ORDER[left.kind] - ORDER[right.kind];
}

const ORDER: Record<RangeMark['kind'], number> = { end: 0, start: 1, 'empty-end': 2 };
