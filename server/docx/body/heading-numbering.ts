/**
 * Finds for every heading a Word list that shows the label which `headingLabels` computes. Word
 * counts each list by itself, while our counters run through all headings; where the two would
 * part (a document that mixes styles, or opens with a sub-heading) a list with other starts begins.
 */
import type { Heading } from '#app/domain/documents/document-tree.ts';
import type { LevelStarts, NumberingDefinitions } from '../parts/numbering.ts';
import type { HeadingNumberingStyle } from '../parts/numbering-levels.ts';

/** @returns the list id of each numbered heading. */
export function headingLists(
  headings: readonly Heading[],
  numbering: NumberingDefinitions,
): Map<Heading, number> {
  const counters = [0, 0, 0, 0];
  const current = {
    chinese: beginList(numbering.headingList('chinese'), [1, 1, 1, 1]),
    decimal: beginList(numbering.headingList('decimal'), [1, 1, 1, 1]),
  };
  const lists = new Map<Heading, number>();
  for (const heading of headings) {
    if (heading.numbering === 'none') continue;
    const style = heading.numbering;
    const level = heading.level - 1;
    counters[level] = (counters[level] ?? 0) + 1;
    counters.fill(0, heading.level);
    if (!showsNext(current[style], style, { level, counters })) {
      const starts = [0, 1, 2, 3].map((index) =>
        index <= level ? (counters[index] ?? 1) : 1,
      ) as unknown as LevelStarts;
      current[style] = beginList(numbering.restartedHeadingList(style, starts), starts);
    }
    advance(current[style], level);
    lists.set(heading, current[style].id);
  }
  return lists;
}

/** A Word list and what it has shown so far. */
type RunningList = {
  id: number;
  starts: LevelStarts;
  /** Last number shown at each level; null when none was since the list began or restarted. */
  shown: (number | null)[];
  /** Levels whose next number programs disagree about, so that it must not be relied on. */
  doubtful: boolean[];
};

function beginList(id: number, starts: LevelStarts): RunningList {
  return { id, starts, shown: [null, null, null, null], doubtful: [false, false, false, false] };
}

function showsNext(
  list: RunningList,
  style: HeadingNumberingStyle,
  { level, counters }: { level: number; counters: readonly number[] },
): boolean {
  const last = list.shown[level] ?? null;
  const own = last === null ? list.starts[level] : last + 1;
  if (list.doubtful[level] === true || own !== counters[level]) return false;
  // A Chinese label shows its own number only; a decimal one those above it too.
  if (style === 'chinese') return true;
  return counters
    .slice(0, level)
    .every((count, above) => (list.shown[above] ?? list.starts[above]) === count);
}

function advance(list: RunningList, level: number): void {
  const last = list.shown[level] ?? null;
  list.shown[level] = last === null ? (list.starts[level] ?? 1) : last + 1;
  for (let above = 0; above < level; above += 1) {
    if (list.shown[above] === null) list.doubtful[above] = true;
  }
  for (let below = level + 1; below < list.shown.length; below += 1) {
    list.shown[below] = null;
    list.doubtful[below] = list.starts[below] !== 1;
  }
}
