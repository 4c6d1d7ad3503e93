/** A stretch of wording that stays, goes or comes. */
export type WordingPart = { kind: 'same' | 'removed' | 'added'; text: string };

/**
 * What changes from one wording to another, word by word: Latin words and numbers whole, Chinese
 * by its words. Removed text stands before what comes in its place. Wordings that share little
 * are shown as one removed and one added whole, because a patchwork of crumbs cannot be read.
 */
export function wordingDiff(before: string, after: string): WordingPart[] {
  const whole: WordingPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const steps = tokenSteps(wordsOf(before), wordsOf(after));
  if (steps === null) return whole.filter(({ text }) => text !== '');
  const parts = merged(bridged(steps));
  const kept = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0);
  const isPatchwork = kept < SHARED_SHARE_MIN * Math.min(before.length, after.length);
  return (isPatchwork ? whole : parts).filter(({ text }) => text !== '');
}

/** Words, numbers, signs and spaces of a text in order; joined they give the text again. */
function wordsOf(text: string): string[] {
  return (text.match(SENTENCE) ?? []).flatMap((sentence) => {
    // A segment keeps its whole input alive, so the input is never more than one short sentence.
    const words: string[] = [];
    for (const { segment } of SEGMENTER.segment(sentence)) words.push(segment);
    return words;
  });
}

/** @returns null when comparing would cost more than the difference is worth. */
function tokenSteps(before: readonly string[], after: readonly string[]): WordingPart[] | null {
  const head = sharedHead(before, after);
  const tail = sharedTail(before.slice(head), after.slice(head));
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  if (old.length * fresh.length > COMPARISONS_MAX) return null;
  return [
    ...before.slice(0, head).map(same),
    ...middleSteps(old, fresh),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** Longest common subsequence, walked from the front. */
function middleSteps(old: readonly string[], fresh: readonly string[]): WordingPart[] {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const steps: WordingPart[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < fresh.length) {
    const removed = old[row];
    const added = fresh[column];
    if (removed !== undefined && removed === added) {
      steps.push(same(removed));
      row += 1;
      column += 1;
    } else if (
      added === undefined ||
      (removed !== undefined && lengthAt(row + 1, column) >= lengthAt(row, column + 1))
    ) {
      steps.push({ kind: 'removed', text: removed ?? '' });
      row += 1;
    } else {
      steps.push({ kind: 'added', text: added });
      column += 1;
    }
  }
  return steps;
}

/** A space alone between two changes is part of the change. */
function bridged(steps: readonly WordingPart[]): WordingPart[] {
  return steps.flatMap((step, index) => {
    const isBridge =
      step.kind === 'same' &&
      step.text.trim() === '' &&
      (steps[index - 1]?.kind ?? 'same') !== 'same' &&
      (steps[index + 1]?.kind ?? 'same') !== 'same';
    if (!isBridge) return [step];
    return [
      { kind: 'removed' as const, text: step.text },
      { kind: 'added' as const, text: step.text },
    ];
  });
}

/** Between two stretches that stay: all that goes, then all that comes. */
function merged(steps: readonly WordingPart[]): WordingPart[] {
  const parts: WordingPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of steps) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = parts.at(-1);
      if (last?.kind === 'same') last.text += text;
      else parts.push({ kind, text });
    }
  }
  flush();
  return parts;
}

function same(text: string): WordingPart {
  return { kind: 'same', text };
}

function sharedHead(left: readonly string[], right: readonly string[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    if (left[index] !== right[index]) return index;
  }
  return length;
}

function sharedTail(left: readonly string[], right: readonly string[]): number {
  return sharedHead(left.toReversed(), right.toReversed());
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** A sentence with its closing mark, at most 400 characters at a time. */
const SENTENCE = /[^。！？；\n]{1,400}[。！？；\n]?|[。！？；\n]/g;
const COMPARISONS_MAX = 4_000_000;
/** Below this share of common text a difference is shown as a whole. */
const SHARED_SHARE_MIN = 0.25;
