/**
 * What a client of the simulation writes. A token is one character that nobody else writes, so
 * that the text itself tells whether something was lost or came twice.
 */
import { $getRoot, $isElementNode, $isTextNode, type ElementNode, type TextNode } from 'lexical';
import * as Y from 'yjs';
import { $randomEdit } from '#test/support/random-edit.ts';
import type { SimulatedClient } from './simulated-client.ts';

type Token = { character: string; clientId: number; clock: number; removedBy: string | null };

export class Writing {
  readonly tokens: Token[] = [];
  /** Tokens of pages that died with unsaved work: there once, or not at all. */
  readonly uncertain = new Set<string>();
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Tokens only: what is written stands where it was written, whatever the others do. */
  writeToken(client: SimulatedClient): void {
    const characters = Array.from({ length: 1 + this.below(3) }, () => this.newToken(client));
    const words = characters.map(({ character }) => character).join('');
    if (client.peer === null) this.insertPlain(client.doc, words);
    else client.peer.edit(() => this.$insert(words));
    for (const token of characters) token.clock = Y.getState(client.doc.store, client.clientId);
  }

  /** One of the own tokens goes, if there is one. */
  removeToken(client: SimulatedClient): void {
    if (client.peer !== null) return;
    const own = this.tokens.filter(
      ({ clientId, removedBy }) => client.clientIds.includes(clientId) && removedBy === null,
    );
    const token = own[this.below(own.length)];
    if (token === undefined) return;
    for (const text of textsOf(client.doc)) {
      const at = plainTextOf(text).indexOf(token.character);
      if (at === -1) continue;
      text.delete(at, 1);
      token.removedBy = client.personId;
      return;
    }
  }

  /** Any edit that the editor can make. */
  editFreely(client: SimulatedClient): void {
    client.peer?.edit(() => $randomEdit(this.random));
  }

  /** Enough for a snapshot when everybody leaves. */
  paste(client: SimulatedClient): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('pasted words '.repeat(1_500))]);
    const root = client.doc.get('root-v2', Y.XmlElement);
    if (client.peer === null) root.insert(root.length, [paragraph]);
  }

  /** A page dies: what was not saved may be gone, and what it removed may be back. */
  forget(client: SimulatedClient): void {
    for (const token of this.tokens) {
      const isOwn = client.clientIds.includes(token.clientId);
      const isSaved = token.clock <= (client.acknowledged.get(token.clientId) ?? 0);
      if ((isOwn && !isSaved) || token.removedBy === client.personId) {
        this.uncertain.add(token.character);
      }
    }
  }

  private newToken(client: SimulatedClient): Token {
    const character = String.fromCharCode(FIRST_TOKEN + this.tokens.length);
    const token: Token = { character, clientId: client.clientId, clock: 0, removedBy: null };
    this.tokens.push(token);
    return token;
  }

  private insertPlain(doc: Y.Doc, words: string): void {
    const texts = textsOf(doc);
    const text = texts[this.below(texts.length)];
    if (text !== undefined && this.random() < 0.9) {
      text.insert(this.placeIn(plainTextOf(text)), words);
      return;
    }
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    const root = doc.get('root-v2', Y.XmlElement);
    root.insert(this.below(root.length + 1), [paragraph]);
  }

  private $insert(words: string): void {
    const texts = $texts($getRoot()).filter((node) => node.isSimpleText());
    const text = texts[this.below(texts.length)];
    text?.spliceText(this.placeIn(text.getTextContent()), 0, words);
  }

  /** Nobody can put a caret inside of one character. */
  private placeIn(text: string): number {
    const place = this.below(text.length + 1);
    return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place + 1 : place;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}

/** Hangul, of which no other text of the simulation holds any. */
const FIRST_TOKEN = 0xac00;
const TOKENS = /[\uac00-\ud7a3]/g;

/** How often each token stands in the document. */
export function countTokens(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of textsOf(doc)) {
    for (const [character] of plainTextOf(text).matchAll(TOKENS)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return counts;
}

export function textsOf(doc: Y.Doc): Y.XmlText[] {
  return textsIn(doc.get('root-v2', Y.XmlElement));
}

function textsIn(element: Y.XmlElement): Y.XmlText[] {
  const children: unknown[] = element.toArray();
  return children.flatMap((child) =>
    child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
  );
}

/** Its characters, an embedded object counting as one, so that places in it are places in Yjs. */
function plainTextOf(text: Y.XmlText): string {
  const delta = text.toDelta() as { insert: unknown }[];
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}

function $texts(parent: ElementNode): TextNode[] {
  return parent
    .getChildren()
    .flatMap((child) =>
      $isElementNode(child) ? $texts(child) : $isTextNode(child) ? [child] : [],
    );
}
