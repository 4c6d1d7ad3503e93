/**
 * Lexical finds out what changed in a text by comparing it code unit by code unit, and two neighbours
 * such as 👍 and 👎, or two rare Chinese characters, share their first half. Yjs replaces both halves
 * of a character that is cut in two, so that both would be stored as signs for "unreadable". Here
 * each cut is moved to the edges of the characters that it touches.
 */
import * as Y from 'yjs';

/** Runs `write`, which brings an editor's change into texts, without cutting a character. */
export function keepCharactersWhole(write: () => void): void {
  const texts = Y.XmlText.prototype;
  const owed = new WeakMap<Y.XmlText, { before: string; after: string }>();
  texts.delete = function (index, length) {
    const { start, end, before, after } = widened(this, index, index + length);
    if (before !== '' || after !== '') owed.set(this, { before, after });
    Y.Text.prototype.delete.call(this, start, end - start);
  };
  // A change is always removed first, then inserted at the same place.
  texts.insert = function (index, text, attributes) {
    const { before, after } = owed.get(this) ?? { before: '', after: '' };
    owed.delete(this);
    const whole = before + text + after;
    Y.Text.prototype.insert.call(this, index - before.length, whole, attributes);
  };
  try {
    write();
  } finally {
    Reflect.deleteProperty(texts, 'delete');
    Reflect.deleteProperty(texts, 'insert');
  }
}

/** The stretch with the characters that its ends cut, and the halves of them that are to stay. */
function widened(text: Y.XmlText, start: number, end: number) {
  const units = plainText(text);
  const before = isInsideOfCharacter(units, start) ? units.charAt(start - 1) : '';
  const after = isInsideOfCharacter(units, end) ? units.charAt(end) : '';
  return { start: start - before.length, end: end + after.length, before, after };
}

function isInsideOfCharacter(units: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(units.slice(Math.max(0, index - 1), index + 1));
}

function plainText(text: Y.XmlText): string {
  let plain = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    plain += item.content instanceof Y.ContentString ? item.content.str : ' '.repeat(item.length);
  }
  return plain;
}
