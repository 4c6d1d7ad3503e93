/** Reads a written file back the way Word does, far enough to check what was promised. */
import { strFromU8, unzipSync } from 'fflate';
import { chineseNumeral } from '#app/domain/documents/heading-labels.ts';
import {
  descendants,
  elementsOf,
  parseStrictXml,
  textOf,
  type XmlElement,
} from '#test/support/strict-xml.ts';

export type OpenedDocx = {
  names: string[];
  bytes(name: string): Uint8Array;
  /** @throws when the part is missing or not well-formed. */
  part(name: string): XmlElement;
  body: XmlElement;
};

export function openDocx(file: Uint8Array): OpenedDocx {
  const entries = unzipSync(file);
  const bytes = (name: string) => {
    const found = entries[name];
    if (found === undefined) throw new Error(`No part ${name}`);
    return found;
  };
  const part = (name: string) => parseStrictXml(strFromU8(bytes(name)));
  const [body] = descendants(part('word/document.xml'), 'w:body');
  if (body === undefined) throw new Error('No body');
  return { names: Object.keys(entries), bytes, part, body };
}

export function child(element: XmlElement, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at && elementsOf(at).find((inner) => inner.name === name),
    element,
  );
}

/** The `w:val` found by following `path`. */
export function valueAt(element: XmlElement, ...path: string[]): string | undefined {
  return child(element, ...path)?.attributes['w:val'];
}

/** What a reader sees of a paragraph: text, `\n` for line breaks, `\t` for tabs. */
export function visibleText(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return textOf(element);
    case 'w:br':
      return element.attributes['w:type'] === 'page' ? '' : '\n';
    case 'w:tab':
      return element.attributes['w:val'] === undefined ? '\t' : '';
    default:
      return elementsOf(element).map(visibleText).join('');
  }
}

export function paragraphWith(docx: OpenedDocx, words: string): XmlElement {
  const found = descendants(docx.body, 'w:p').find((each) => visibleText(each).includes(words));
  if (found === undefined) throw new Error(`No paragraph says ${words}`);
  return found;
}

export function runWith(docx: OpenedDocx, words: string): XmlElement {
  const found = descendants(docx.body, 'w:r').find((each) => visibleText(each).includes(words));
  if (found === undefined) throw new Error(`No run says ${words}`);
  return found;
}

/** The words between the two marks of a comment, wherever in the body they stand. */
export function commentedText(docx: OpenedDocx, id: number): string {
  let inside = false;
  const walk = (element: XmlElement): string => {
    const isMark = element.attributes['w:id'] === String(id);
    if (element.name === 'w:commentRangeStart' && isMark) inside = true;
    if (element.name === 'w:commentRangeEnd' && isMark) inside = false;
    if (LEAVES.has(element.name)) return inside ? visibleText(element) : '';
    return elementsOf(element).map(walk).join('');
  };
  return walk(docx.body);
}

const LEAVES = new Set(['w:t', 'w:br', 'w:tab']);

/**
 * The visible number of every paragraph that Word would number, counted as Word counts: lists of
 * one abstract definition share their counters, a restart holds when its list is first met.
 */
export function numberLabels(docx: OpenedDocx): { label: string; text: string }[] {
  const numbering = readNumbering(docx);
  const styles = new Map(
    descendants(docx.part('word/styles.xml'), 'w:style').map((style) => [
      style.attributes['w:styleId'],
      child(style, 'w:pPr', 'w:numPr'),
    ]),
  );
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return descendants(docx.body, 'w:p').flatMap((paragraph) => {
    const own = child(paragraph, 'w:pPr', 'w:numPr');
    const fromStyle = styles.get(valueAt(paragraph, 'w:pPr', 'w:pStyle'));
    const numPr = own ?? fromStyle;
    const listId = numPr && valueAt(numPr, 'w:numId');
    if (numPr === undefined || listId === undefined || listId === '0') return [];
    const level = Number(valueAt(numPr, 'w:ilvl') ?? 0);
    const list = numbering.lists.get(listId);
    if (list === undefined) throw new Error(`No list ${listId}`);
    const counts = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counts);
    const levels = numbering.definitions.get(list.abstractId) ?? [];
    const restart = list.starts.get(level);
    if (restart !== undefined && !begun.has(`${listId}/${level}`)) counts[level] = restart;
    else counts[level] = (counts[level] ?? (levels[level]?.start ?? 1) - 1) + 1;
    begun.add(`${listId}/${level}`);
    counts.length = level + 1;
    const label = (levels[level]?.text ?? '').replace(/%(\d)/g, (_, place: string) => {
      const shown = levels[Number(place) - 1];
      const count = counts[Number(place) - 1] ?? shown?.start ?? 1;
      return shown?.format === 'chineseCounting' ? chineseNumeral(count) : String(count);
    });
    return [{ label, text: visibleText(paragraph) }];
  });
}

function readNumbering(docx: OpenedDocx) {
  const root = docx.part('word/numbering.xml');
  const definitions = new Map(
    descendants(root, 'w:abstractNum').map((definition) => [
      definition.attributes['w:abstractNumId'] ?? '',
      descendants(definition, 'w:lvl').map((level) => ({
        start: Number(valueAt(level, 'w:start')),
        format: valueAt(level, 'w:numFmt') ?? '',
        text: valueAt(level, 'w:lvlText') ?? '',
        style: valueAt(level, 'w:pStyle'),
      })),
    ]),
  );
  const lists = new Map(
    descendants(root, 'w:num').map((list) => [
      list.attributes['w:numId'] ?? '',
      {
        abstractId: valueAt(list, 'w:abstractNumId') ?? '',
        starts: new Map(
          descendants(list, 'w:lvlOverride').map((override) => [
            Number(override.attributes['w:ilvl']),
            Number(valueAt(override, 'w:startOverride')),
          ]),
        ),
      },
    ]),
  );
  return { definitions, lists };
}
