/**
 * How a document of each main language looks. Fonts are named, never embedded: Word and WPS have
 * them. Chinese: 宋体 small four (12 pt), headings 黑体, one and a half lines; English: 11 pt.
 */
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import type { NumberingStyle } from '#app/domain/documents/heading-labels.ts';

export type HouseStyle = {
  /** Sizes in half points, line pitch in 240ths of a line, spacing in twips. */
  bodySize: number;
  bodyLine: number;
  bodyAfter: number;
  tableSize: number;
  titleSize: number;
  headingSizes: readonly [number, number, number, number];
  /** What the heading styles carry when the document does not say otherwise. */
  headingNumbering: Exclude<NumberingStyle, 'none'>;
};

export const HOUSE_STYLES: Record<BlockLanguage, HouseStyle> = {
  zh: {
    bodySize: 24,
    bodyLine: 360,
    bodyAfter: 60,
    tableSize: 21,
    titleSize: 36,
    headingSizes: [32, 28, 24, 24],
    headingNumbering: 'chinese',
  },
  en: {
    bodySize: 22,
    bodyLine: 288,
    bodyAfter: 120,
    tableSize: 20,
    titleSize: 36,
    headingSizes: [28, 24, 22, 22],
    headingNumbering: 'decimal',
  },
};

export const FONTS = {
  latin: 'Times New Roman',
  song: '宋体',
  hei: '黑体',
  kai: '楷体',
  code: 'Consolas',
} as const;

/** Two Chinese characters of the Chinese body size, the customary first-line indent. */
export const FIRST_LINE_INDENT = 480;
/** One indent step of a paragraph or list level. */
export const INDENT_STEP = 480;
