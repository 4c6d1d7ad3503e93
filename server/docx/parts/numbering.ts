/**
 * word/numbering.xml: Word's own lists. Abstract definitions say how levels look, `w:num` entries
 * are the lists that paragraphs belong to. Collected while the body is written.
 */
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, together, valued, type Xml } from '../ooxml/xml.ts';
import {
  bulletLevels,
  headingLevels,
  orderedLevels,
  LIST_LEVEL_MAX,
  type HeadingNumberingStyle,
} from './numbering-levels.ts';

/** The first number of each of the four heading levels. */
export type LevelStarts = readonly [number, number, number, number];

export type NumberingDefinitions = {
  /** @returns the `numId` of a list that counts all headings of this style from 1. */
  headingList(style: HeadingNumberingStyle): number;
  /** A further heading list that begins at the given numbers. */
  restartedHeadingList(style: HeadingNumberingStyle, starts: LevelStarts): number;
  bulletList(): number;
  /** A new list whose level `level` (0 to 8) begins at `start`. */
  orderedList(level: number, start: number): number;
  toPart(): { contentType: string; root: Xml };
};

/** @param linked the style whose levels belong to Heading 1 to 4. */
export function createNumbering(linked: HeadingNumberingStyle): NumberingDefinitions {
  const definitions = [
    headingLevels('chinese', { linked: linked === 'chinese' }),
    headingLevels('decimal', { linked: linked === 'decimal' }),
    bulletLevels(),
    orderedLevels(),
  ];
  const lists: List[] = BASE_LISTS.map((definition) => ({ definition }));
  const add = (list: List) => lists.push(list);

  return {
    headingList: (style) => (style === 'chinese' ? 1 : 2),
    restartedHeadingList(style, starts) {
      const definition = definitions.push(headingLevels(style, { linked: false, starts })) - 1;
      return add({ definition });
    },
    bulletList: () => BULLETS + 1,
    orderedList: (level, start) =>
      add({ definition: ORDERED, restart: { level: Math.min(level, LIST_LEVEL_MAX), start } }),
    toPart: () => ({
      contentType: wordContentType('numbering'),
      root: element(
        'w:numbering',
        WORD_NAMESPACES,
        together(...definitions.map(abstractNumber), ...lists.map(numberedList)),
      ),
    }),
  };
}

type List = { definition: number; restart?: { level: number; start: number } };

const BULLETS = 2;
const ORDERED = 3;
const BASE_LISTS = [0, 1, BULLETS];

function abstractNumber(levels: Xml, index: number): Xml {
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': index, 'w15:restartNumberingAfterBreak': 0 },
    together(
      // Word merges lists that share this mark when text is pasted, so each definition has its own.
      valued('w:nsid', (FIRST_NSID + index).toString(16).toUpperCase()),
      valued('w:multiLevelType', 'multilevel'),
      levels,
    ),
  );
}

const FIRST_NSID = 0x2da6_0001;

function numberedList({ definition, restart }: List, index: number): Xml {
  const pieces = [valued('w:abstractNumId', definition)];
  if (restart !== undefined) {
    const start = valued('w:startOverride', restart.start);
    pieces.push(element('w:lvlOverride', { 'w:ilvl': restart.level }, start));
  }
  return element('w:num', { 'w:numId': index + 1 }, together(...pieces));
}
