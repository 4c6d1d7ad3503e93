/** What frames are made from: true edits of the attacker's own, and the shorter attacks. */
import * as Y from 'yjs';
import { ATTACKER, hostileUpdates } from '#test/support/hostile-updates.ts';

/** @param state the document under attack. */
export function sampleUpdates(state: Uint8Array): Uint8Array[] {
  const doc = docOf(state);
  const attacks = hostileUpdates(doc).map(({ update }) => update);
  return [...honestUpdates(state), ...attacks.filter((update) => update.length < 1_000)];
}

function honestUpdates(state: Uint8Array): Uint8Array[] {
  const doc = docOf(state);
  const before = Y.encodeStateVector(doc);
  const made: Uint8Array[] = [];
  doc.clientID = ATTACKER;
  doc.on('update', (update: Uint8Array) => made.push(update));
  const root = doc.get('root-v2', Y.XmlElement);
  for (let index = 0; index < 12; index += 1) {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText(`段落 ${index} 👍`);
    doc.transact(() => {
      root.insert(index, [paragraph]);
      paragraph.insert(0, [text]);
      paragraph.setAttribute('s_blockId', `block-${index}`);
    });
    text.insert(2, '插入');
    text.insert(4, '接着');
    text.format(0, 3, { p: { __format: 1 } });
    text.delete(1, 2);
  }
  root.delete(3, 2);
  return [...made, Y.encodeStateAsUpdate(doc, before)];
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}
