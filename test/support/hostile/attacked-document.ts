/** The document that hostile updates are made for, and what they are made of. */
import * as Y from 'yjs';
import type { GateReason } from '#server/collab/gate/refusal.ts';
import { openPeer } from '../headless-peer.ts';
import { $writeRichDocument } from '../rich-document.ts';
import { writeUpdate } from '../update-writer.ts';
import type { Id, Struct } from '../update-writer.ts';

export const ATTACKER = 5;
export const ACCOMPLICE = 6;
export const VICTIM = 7;
/** Nobody's. */
export const STRANGER = 999;

export type HostileUpdate = {
  name: string;
  /** Why the gate refuses it, or `null` when it is harmless by what it holds. */
  reason: GateReason | null;
  update: Uint8Array;
  /** Honest updates that come first. */
  before?: Uint8Array[];
};

/** The document under attack: one of everything that the editor can hold. */
export function attackedDocument(): Y.Doc {
  const peer = openPeer(undefined, VICTIM);
  peer.edit($writeRichDocument);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, peer.state());
  return doc;
}

export type Places = {
  /** A paragraph, its text, a character in it, and what follows the last struct of the victim. */
  paragraph: Id;
  text: Id;
  character: Id;
  lastBlock: Id;
  endOfVictim: number;
};

export function placesIn(doc: Y.Doc): Places {
  const root = doc.get('root-v2', Y.XmlElement);
  const blocks = root.toArray().filter((child) => child instanceof Y.XmlElement);
  const paragraph = blocks.find(
    (block) => block.nodeName === 'paragraph' && block.get(0) instanceof Y.XmlText,
  );
  const text: unknown = paragraph?.get(0);
  const last = blocks.at(-1);
  if (paragraph === undefined || last === undefined || !(text instanceof Y.XmlText)) {
    throw new Error('The document under attack has no text.');
  }
  return {
    paragraph: idOf(paragraph),
    text: idOf(text),
    character: [text._start?.id.client ?? 0, text._start?.id.clock ?? 0],
    lastBlock: idOf(last),
    endOfVictim: Y.getState(doc.store, VICTIM),
  };
}

function idOf(type: Y.XmlElement | Y.XmlText): Id {
  if (type._item === null) throw new Error('The root has no id.');
  return [type._item.id.client, type._item.id.clock];
}

/** One update of the attacker's own client, from its first clock on. */
export function own(structs: readonly Struct[], clock = 0): Uint8Array {
  return writeUpdate([{ client: ATTACKER, clock, structs }]);
}

export const ROOT = 'root-v2';
export const paragraph = { element: 'paragraph' } as const;

export const paragraphBelowRoot: Struct = { ...paragraph, below: ROOT };
