/** The text that one client writes into: words in braces, each once, never inside of another. */
import * as Y from 'yjs';
import type { History } from './history.ts';

const WORD = /\{\d+\.\d+\}/g;

export class TypedText {
  private readonly doc: Y.Doc;
  private readonly history: History;
  private readonly text: Y.XmlText;
  private readonly own = new Set<string>();
  private count = 0;

  constructor(doc: Y.Doc, history: History) {
    this.doc = doc;
    this.history = history;
    const text = firstText(doc.get('root-v2', Y.XmlElement));
    if (text === null) throw new Error('The document has no text to type into.');
    this.text = text;
    this.look(this.plain());
    this.text.observe((event, transaction) => {
      if (transaction.local) return;
      for (const { insert } of event.delta) if (typeof insert === 'string') this.look(insert);
    });
  }

  /** Writes a new word at the end. */
  write(): string {
    return this.writeAt(this.text.length);
  }

  writeSomewhere(random: () => number): string {
    const places = [...this.plain().matchAll(WORD)];
    const chosen = places[Math.floor(random() * places.length)];
    return chosen === undefined ? this.write() : this.writeAt(chosen.index);
  }

  /** Removes a word of this client, when it has any. */
  removeOne(random: () => number): void {
    const words = [...this.own];
    const word = words[Math.floor(random() * words.length)];
    if (word === undefined) return;
    const at = this.plain().indexOf(word);
    if (at === -1) throw new Error(`${word} is not in its writer's text.`);
    this.own.delete(word);
    this.text.delete(at, word.length);
    this.history.removed(word, this.clock());
  }

  pasteAndRemove(characters: number): void {
    const at = this.text.length;
    this.text.insert(at, '~'.repeat(characters));
    this.text.delete(at, characters);
    this.write();
  }

  private writeAt(index: number): string {
    this.count += 1;
    const word = `{${this.doc.clientID}.${this.count}}`;
    this.text.insert(index, word);
    this.own.add(word);
    this.history.inserted(word, { clientId: this.doc.clientID, end: this.clock() });
    return word;
  }

  private clock(): number {
    return Y.getState(this.doc.store, this.doc.clientID);
  }

  /** One character for everything that is no text, so that places in it are places in the text. */
  private plain(): string {
    const parts = this.text.toDelta() as { insert: unknown }[];
    return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '\0')).join('');
  }

  private look(words: string): void {
    for (const [word] of words.matchAll(WORD)) this.history.seen(word, this.doc.clientID);
  }
}

function firstText(element: Y.XmlElement): Y.XmlText | null {
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) return child;
    const found = child instanceof Y.XmlElement ? firstText(child) : null;
    if (found !== null) return found;
  }
  return null;
}
