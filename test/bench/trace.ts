/** A long history of a document, edit by edit, as three people in turn would write it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as Y from 'yjs';
import { seededRandom } from '#test/support/seeded-random.ts';

/** A history in files: its updates, and the state after it. */
export type Trace = {
  updates: string;
  state: string;
  edits: number;
  stateBytes: number;
  /** Clock of each author at the end. */
  clocks: [number, number][];
};

const AUTHORS = [0x1000_0001, 0x1000_1f01, 0x1000_3e01];

/** Made once for each length; the files stay in `folder`. */
export function traceOf(folder: string, edits: number): Trace {
  const name = `${folder}/${edits}-edits`;
  const described = `${name}.json`;
  if (!existsSync(described)) {
    const { updates, doc } = write(edits);
    const state = Y.encodeStateAsUpdate(doc);
    writeFileSync(`${name}.updates`, withLengths(updates));
    writeFileSync(`${name}.state`, state);
    const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
    writeFileSync(described, JSON.stringify({ stateBytes: state.length, clocks }));
  }
  const read = JSON.parse(readFileSync(described, 'utf8')) as Pick<Trace, 'stateBytes' | 'clocks'>;
  return { updates: `${name}.updates`, state: `${name}.state`, edits, ...read };
}

/** @returns the first updates of a trace file. */
export function readTrace(file: Buffer, count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  for (let at = 0; at < file.length && updates.length < count;) {
    const end = at + 2 + file.readUInt16LE(at);
    updates.push(file.subarray(at + 2, end));
    at = end;
  }
  return updates;
}

function withLengths(updates: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    updates.flatMap((update) => {
      const length = Buffer.alloc(2);
      length.writeUInt16LE(update.length);
      return [length, update];
    }),
  );
}

/** Bursts of about thirty characters at one place, every tenth of them taken back. */
function write(edits: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const random = seededRandom(7);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const root = doc.get('root-v2', Y.XmlElement);
  const texts: Y.XmlText[] = [];
  while (updates.length < edits) {
    doc.clientID = AUTHORS[Math.floor(random() * AUTHORS.length)] ?? 1;
    if (texts.length < 5 || random() < 0.03) texts.push(newParagraph(root));
    const text = texts[Math.floor(random() * texts.length)];
    if (text === undefined) continue;
    let at = Math.floor(random() * (text.length + 1));
    for (let left = 1 + Math.floor(random() * 60); left > 0 && updates.length < edits; left -= 1) {
      if (at > 0 && random() < 0.1) {
        at -= 1;
        text.delete(at, 1);
      } else {
        text.insert(at, String.fromCharCode(97 + Math.floor(random() * 26)));
        at += 1;
      }
    }
  }
  return { updates, doc };
}

function newParagraph(root: Y.XmlElement): Y.XmlText {
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText('a');
  paragraph.insert(0, [text]);
  root.push([paragraph]);
  return text;
}
