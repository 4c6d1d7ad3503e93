/** How a heading is numbered. The label is computed, never typed into the text. */
export const NUMBERING_STYLES = ['none', 'chinese', 'decimal'] as const;
export type NumberingStyle = (typeof NUMBERING_STYLES)[number];

type NumberedHeading = { level: 1 | 2 | 3 | 4; numbering: NumberingStyle };

/**
 * The label of each heading, in order, or '' where it has none.
 * Chinese: 一、 / （一） / 1. / （1）, as in GB/T 9704; decimal: 1 / 1.1 / 1.1.1 / 1.1.1.1.
 * A heading without number does not advance or reset the counters of the others.
 */
export function headingLabels(headings: readonly NumberedHeading[]): string[] {
  const counters = [0, 0, 0, 0];
  return headings.map(({ level, numbering }) => {
    if (numbering === 'none') return '';
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    return numbering === 'chinese' ? chineseLabel(counters, level) : decimalLabel(counters, level);
  });
}

function decimalLabel(counters: readonly number[], level: number): string {
  return counters.slice(0, level).join('.');
}

function chineseLabel(counters: readonly number[], level: number): string {
  const count = counters[level - 1] ?? 0;
  switch (level) {
    case 1:
      return `${chineseNumeral(count)}、`;
    case 2:
      return `（${chineseNumeral(count)}）`;
    case 3:
      return `${count}.`;
    default:
      return `（${count}）`;
  }
}

/** 1 to 9999 in Chinese numerals as used for section numbers: 10 is 十, 12 is 十二, 20 is 二十. */
export function chineseNumeral(count: number): string {
  const units = ['', '十', '百', '千'];
  const digits = '零一二三四五六七八九';
  const written = [...String(count)].map(Number).reverse();
  const parts = written.map((digit, place) =>
    digit === 0 ? '零' : `${digits[digit] ?? ''}${units[place] ?? ''}`,
  );
  return parts.reverse().join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}
