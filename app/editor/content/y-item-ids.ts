import * as Y from 'yjs';
import type { TextPoint } from '#app/domain/review/thread.ts';
import { yLeaves } from './y-leaf-walk.ts';
import type { YLeaf, YSegment } from './y-leaf-walk.ts';

/** A stretch of characters that one client wrote in one go. */
export type WrittenPiece = {
  text: string;
  /** Yjs client that wrote it, and its clock at the first character. */
  client: number;
  clock: number;
  /** Characters that follow each other in the clock; 1 for a footnote or a field. */
  length: number;
  /** Whether another leaf block begins after it. */
  endsLeaf: boolean;
};

/** Under which Yjs ids the characters of a passage were written, in reading order. */
export function writtenPiecesOf(
  doc: Y.Doc,
  place: { start: TextPoint; end: TextPoint },
): WrittenPiece[] {
  const { start, end } = place;
  const leaves = yLeaves(doc).leaves.slice(start.leaf, end.leaf + 1);
  return leaves.flatMap((leaf, index) => {
    const isLast = index === leaves.length - 1;
    const pieces = piecesOfLeaf(leaf, {
      from: index === 0 ? start.offset : 0,
      to: isLast ? end.offset : leaf.text.length,
    });
    const last = pieces.at(-1);
    if (last !== undefined) last.endsLeaf = !isLast;
    return pieces;
  });
}

type Stretch = { from: number; to: number };

function piecesOfLeaf(leaf: YLeaf, { from, to }: Stretch): WrittenPiece[] {
  return leaf.segments.flatMap((segment) => {
    const covered = {
      from: Math.max(0, from - segment.start),
      to: Math.min(segment.length, to - segment.start),
    };
    return covered.from < covered.to ? piecesOfSegment(leaf, segment, covered) : [];
  });
}

function piecesOfSegment(leaf: YLeaf, segment: YSegment, covered: Stretch): WrittenPiece[] {
  const { source, start } = segment;
  if (source.kind === 'text') {
    const { index } = source.piece;
    return piecesOfText(source.text, { from: index + covered.from, to: index + covered.to });
  }
  const item = source.element._item;
  if (item === null) return [];
  const text = leaf.text.slice(start + covered.from, start + covered.to);
  return [{ text, ...item.id, length: 1, endsLeaf: false }];
}

function piecesOfText(text: Y.XmlText, { from, to }: Stretch): WrittenPiece[] {
  const pieces: WrittenPiece[] = [];
  let index = 0;
  for (let item = text._start; item !== null && index < to; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const start = Math.max(0, from - index);
    const end = Math.min(item.length, to - index);
    if (start < end && item.content instanceof Y.ContentString) {
      pieces.push({
        text: item.content.str.slice(start, end),
        client: item.id.client,
        clock: item.id.clock + start,
        length: end - start,
        endsLeaf: false,
      });
    }
    index += item.length;
  }
  return pieces;
}
