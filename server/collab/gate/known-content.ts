/**
 * What may stand in a document: the root, the node types of the editor with the attributes that
 * they have, and nothing else. One node or value that the editor cannot read blanks the whole
 * document for everybody, so it is refused where it comes in.
 */
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';

/** The one root of Lexical's binding V2. */
export const CONTENT_ROOT = 'root-v2';

/** Element names as they stand in Yjs. Text and tab are stretches of a Y.XmlText, never elements. */
export const ELEMENT_NAMES: ReadonlySet<string> = new Set([
  'paragraph',
  'linebreak',
  ...EDITOR_NODES.map((node) => node.getType()),
]);

/** What holds blocks or parts of them: a character or a line break in it stops Lexical. */
export const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  CONTENT_ROOT,
  'list',
  'table',
  'tablerow',
]);

/** Names that change what an object is, in any program that copies keys without care. */
export const DANGEROUS_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/** Whether an element may have this attribute with this value; unset ones are null or undefined. */
export function isKnownAttribute(name: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (name.startsWith(STATE_PREFIX)) return true;
  const isKnownValue = Object.hasOwn(ELEMENT_ATTRIBUTES, name) && ELEMENT_ATTRIBUTES[name];
  return isKnownValue ? isKnownValue(value) : false;
}

/**
 * Whether a text may be marked so. Marks of other editors are ignored by ours; ours are `t` for the
 * type of a text, `p` for its properties, `i` to keep neighbours apart.
 */
export function isKnownMark(name: string, value: unknown): boolean {
  if (value === null) return true;
  if (name === 't') return value === 'text' || value === 'tab';
  if (name !== 'p') return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([property, of]) =>
      of === null || (Object.hasOwn(TEXT_PROPERTIES, property) && TEXT_PROPERTIES[property]?.(of)),
  );
}

type Check = (value: unknown) => boolean;

/** States of a block are read by parsers that take anything. */
const STATE_PREFIX = 's_';
const NUMBER_MAX = 1_000_000;
/** A cell over a billion columns keeps every browser busy that draws the table. */
const SPAN_MAX = 1_000;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber = (max: number): Check => {
  return (value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= max;
};
const isOneOf = (...values: unknown[]): Check => {
  return (value) => values.includes(value);
};

const ELEMENT_ATTRIBUTES: Record<string, Check> = {
  __format: isNumber(NUMBER_MAX),
  __style: isText,
  __indent: isNumber(SPAN_MAX),
  __dir: isOneOf('ltr', 'rtl', 'auto'),
  __textFormat: isNumber(NUMBER_MAX),
  __textStyle: isText,
  __tag: isOneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul'),
  __listType: isOneOf('number', 'bullet', 'check'),
  __start: isNumber(NUMBER_MAX),
  __value: isNumber(NUMBER_MAX),
  __checked: isFlag,
  __rowStriping: isFlag,
  __frozenColumnCount: isNumber(SPAN_MAX),
  __frozenRowCount: isNumber(SPAN_MAX),
  __colWidths: (value) =>
    Array.isArray(value) && value.length <= SPAN_MAX && value.every(isNumber(NUMBER_MAX)),
  __height: isNumber(NUMBER_MAX),
  __colSpan: isNumber(SPAN_MAX),
  __rowSpan: isNumber(SPAN_MAX),
  __headerState: isNumber(SPAN_MAX),
  __width: isNumber(NUMBER_MAX),
  __backgroundColor: isText,
  __verticalAlign: isText,
  __url: isText,
  __target: isText,
  __rel: isText,
  __title: isText,
  __text: isText,
  __field: isText,
  __attachmentId: isText,
  __alternativeText: isText,
};

const TEXT_PROPERTIES: Record<string, Check> = {
  __format: isNumber(NUMBER_MAX),
  __style: isText,
  __mode: isNumber(SPAN_MAX),
  __detail: isNumber(SPAN_MAX),
};
