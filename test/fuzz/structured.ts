/**
 * Updates that say what they should and yet are made by chance: about things that exist, mostly
 * where they may stand, so that many pass the gate and change the document.
 */
import * as Y from 'yjs';
import { ELEMENT_NAMES } from '#server/collab/gate/known-content.ts';
import { ACCOMPLICE, ATTACKER, VICTIM } from '#test/support/hostile-updates.ts';
import {
  TYPE,
  writeUpdate,
  type ClientPart,
  type Content,
  type Deletes,
  type Id,
  type Struct,
} from '#test/support/update-writer.ts';
import { below, pick, type Random } from './chance.ts';

/** What structs can be put into or beside. */
export type Surroundings = {
  elements: Id[];
  texts: Id[];
  characters: Id[];
  blocks: Id[];
  clockOf: (client: number) => number;
};

export function surroundingsIn(doc: Y.Doc): Surroundings {
  const found: Omit<Surroundings, 'clockOf'> = {
    elements: [],
    texts: [],
    characters: [],
    blocks: [],
  };
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const id: Id = [struct.id.client, struct.id.clock + struct.length - 1];
      if (struct.parent instanceof Y.XmlText) found.characters.push(id);
      if (!(struct.content instanceof Y.ContentType)) continue;
      if (struct.content.type instanceof Y.XmlText) found.texts.push(id);
      else found.elements.push(id);
      if (struct.parentSub === null) found.blocks.push(id);
    }
  }
  return { ...found, clockOf: (client) => Y.getState(doc.store, client) };
}

export function structuredUpdate(at: Surroundings, random: Random): Uint8Array {
  const clients = random() < 0.8 ? [ATTACKER] : [ACCOMPLICE, ATTACKER];
  const parts = random() < 0.1 ? [] : clients.map((client) => partOf(client, at, random));
  return writeUpdate(parts, random() < 0.3 ? deletes(at, random) : []);
}

function partOf(client: number, at: Surroundings, random: Random): ClientPart {
  const known = at.clockOf(client);
  // Now and then something is told again, or a gap is left.
  const clock = Math.max(0, known - (random() < 0.15 ? below(3, random) : 0));
  const structs: Struct[] = [];
  let next = clock;
  const own: Surroundings = { ...at, blocks: [...at.blocks], elements: [...at.elements] };
  for (let left = 1 + below(5, random); left > 0; left -= 1) {
    const struct = structFor({ client, next }, own, random);
    structs.push(struct);
    if ('element' in struct) own.elements.push([client, next]);
    next += lengthOf(struct);
  }
  return { client, clock: random() < 0.03 ? clock + 1 : clock, structs };
}

function structFor(
  { client, next }: { client: number; next: number },
  at: Surroundings,
  random: Random,
): Struct {
  const chance = random();
  const before: Id = [client, Math.max(0, next - 1)];
  if (chance < 0.25) return { string: pick(WORDS, random) ?? 'x', left: before };
  if (chance < 0.45) return { string: pick(WORDS, random) ?? 'x', ...inText(at, random) };
  if (chance < 0.55) return { mark: pick(MARKS, random) ?? ['p', '{}'], ...inText(at, random) };
  if (chance < 0.75) {
    return { element: pick([...ELEMENT_NAMES], random) ?? '', ...inElement(at, random) };
  }
  if (chance < 0.8) return { type: TYPE.xmlText, below: pick(at.elements, random) ?? ROOT };
  if (chance < 0.9) {
    const [key, value] = pick(ATTRIBUTES, random) ?? ['__indent', 1];
    return { values: [value], below: pick(at.elements, random) ?? ROOT, key };
  }
  return { ...strange(random), ...(random() < 0.5 ? inText(at, random) : inElement(at, random)) };
}

type Place = Pick<Struct, 'left' | 'right' | 'below'>;

function inText(at: Surroundings, random: Random): Place {
  if (random() < 0.3) return { below: pick(at.texts, random) ?? ROOT };
  return beside(at.characters, random);
}

function inElement(at: Surroundings, random: Random): Place {
  if (random() < 0.2) return { below: ROOT };
  if (random() < 0.4) return { below: pick(at.elements, random) ?? ROOT };
  return beside(at.blocks, random);
}

function beside(ids: readonly Id[], random: Random): Place {
  const left = pick(ids, random);
  const right = pick(ids, random);
  if (left === undefined || right === undefined) return { below: ROOT };
  const chance = random();
  if (chance < 0.5) return { left };
  return chance < 0.7 ? { right } : { left, right };
}

function strange(random: Random): Content {
  const length = 1 + below(4, random);
  return (
    pick<Content>(
      [
        { gc: length },
        { deleted: length },
        { skip: length },
        { embed: '{}' },
        { values: [1, 'x'] },
        { element: 'evil-node' },
        { type: TYPE.map },
      ],
      random,
    ) ?? { gc: 1 }
  );
}

function deletes(at: Surroundings, random: Random): Deletes {
  const client = pick([VICTIM, ATTACKER, ACCOMPLICE], random) ?? VICTIM;
  const start = below(at.clockOf(client) + 1, random);
  return [[client, [[start, 1 + below(3, random)]]]];
}

function lengthOf(struct: Struct): number {
  if ('string' in struct) return struct.string.length;
  if ('values' in struct) return struct.values.length;
  if ('gc' in struct) return struct.gc;
  if ('skip' in struct) return struct.skip;
  return 'deleted' in struct ? struct.deleted : 1;
}

const ROOT = 'root-v2';
const WORDS = ['x', '碳市场', 'a👍b', '\n', ' ', '\u0000', 'e\u0301', 'word '];
const MARKS = [
  ['p', '{"__format":1}'],
  ['p', 'null'],
  ['t', '"tab"'],
  ['t', '"text"'],
  ['i', '3'],
  ['bold', 'true'],
] as const;
const ATTRIBUTES: readonly (readonly [key: string, value: unknown])[] = [
  ['__indent', 2],
  ['__tag', 'h3'],
  ['__tag', 'ol'],
  ['__listType', 'check'],
  ['__colSpan', 3],
  ['__url', 'https://example.org/'],
  ['__text', '注'],
  ['__dir', 'rtl'],
  ['s_blockId', 'block-1'],
  ['s_numbering', { x: [1] }],
];
