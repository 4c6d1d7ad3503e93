/** The levels of each kind of list: number format, label text, what follows it, and indent. */
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { FONTS, INDENT_STEP } from './house-style.ts';
import { fonts, indent } from './style-elements.ts';

export type HeadingNumberingStyle = Exclude<NumberingStyle, 'none'>;

/** Word knows nine list levels, 0 to 8. */
export const LIST_LEVEL_MAX = 8;

export function headingLevels(
  style: HeadingNumberingStyle,
  { linked, starts }: { linked: boolean; starts?: readonly number[] },
): Xml {
  return together(
    ...HEADING_LABELS[style].map((label, index) =>
      level(index, {
        ...label,
        start: starts?.[index] ?? 1,
        style: linked ? `Heading${index + 1}` : undefined,
        indent: label.follow === 'tab' ? hangingIndent(0, DECIMAL_HANGING[index] ?? 0) : FLUSH,
      }),
    ),
  );
}

export function bulletLevels(): Xml {
  return everyLevel((index) => ({
    format: 'bullet',
    label: BULLETS[index % BULLETS.length] ?? '•',
    follow: 'tab',
    indent: hangingIndent(index * INDENT_STEP, LIST_HANGING),
    run: fonts({ latin: FONTS.latin, eastAsia: FONTS.latin }),
  }));
}

export function orderedLevels(): Xml {
  return everyLevel((index) => ({
    ...(ORDERED_LABELS[index % ORDERED_LABELS.length] ?? ORDERED_LABELS[0]),
    label: `%${index + 1}${index % 2 === 0 ? '.' : ')'}`,
    follow: 'tab',
    indent: hangingIndent(index * INDENT_STEP, LIST_HANGING),
  }));
}

/** Left edge of the text of a list item at `index`, in twips. */
export function listTextIndent(index: number): number {
  return index * INDENT_STEP + LIST_HANGING;
}

type Level = {
  format: string;
  label: string;
  follow: 'tab' | 'space' | 'nothing';
  start?: number;
  style?: string | undefined;
  indent: Xml;
  run?: Xml;
};

function everyLevel(describe: (index: number) => Level): Xml {
  return together(
    ...Array.from({ length: LIST_LEVEL_MAX + 1 }, (_, index) => level(index, describe(index))),
  );
}

function level(index: number, { format, label, follow, start, style, indent, run }: Level): Xml {
  return element(
    'w:lvl',
    { 'w:ilvl': index },
    together(
      valued('w:start', start ?? 1),
      valued('w:numFmt', format),
      style === undefined ? NOTHING : valued('w:pStyle', style),
      valued('w:suff', follow),
      valued('w:lvlText', label),
      valued('w:lvlJc', 'left'),
      element('w:pPr', {}, indent),
      run === undefined ? NOTHING : element('w:rPr', {}, run),
    ),
  );
}

function hangingIndent(left: number, hanging: number): Xml {
  return indent({ left: left + hanging, hanging });
}

const FLUSH = indent({ left: 0, firstLine: 0 });
const LIST_HANGING = 420;
const BULLETS = ['•', '–', '▪'];
const ORDERED_LABELS = [
  { format: 'decimal' },
  { format: 'lowerLetter' },
  { format: 'lowerRoman' },
] as const;

/** As `headingLabels` computes them: GB/T 9704 and plain decimal. */
const HEADING_LABELS: Record<
  HeadingNumberingStyle,
  { format: string; label: string; follow: Level['follow'] }[]
> = {
  chinese: [
    { format: 'chineseCounting', label: '%1、', follow: 'nothing' },
    { format: 'chineseCounting', label: '（%2）', follow: 'nothing' },
    { format: 'decimal', label: '%3.', follow: 'space' },
    { format: 'decimal', label: '（%4）', follow: 'nothing' },
  ],
  decimal: [
    { format: 'decimal', label: '%1', follow: 'tab' },
    { format: 'decimal', label: '%1.%2', follow: 'tab' },
    { format: 'decimal', label: '%1.%2.%3', follow: 'tab' },
    { format: 'decimal', label: '%1.%2.%3.%4', follow: 'tab' },
  ],
};
/** Room for `12`, `12.3`, `12.3.4` and `12.3.4.5` before the words. */
const DECIMAL_HANGING = [480, 620, 760, 900];
