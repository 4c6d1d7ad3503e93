import {
  ACCOMPLICE,
  ATTACKER,
  ROOT,
  own,
  paragraphBelowRoot,
  paragraph,
} from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { repeat, TYPE, writeUpdate } from '../update-writer.ts';
import type { Id, Struct } from '../update-writer.ts';

export function deep(): HostileUpdate[] {
  const nested = (count: number, from = 0): Struct[] =>
    repeat(count, (index) =>
      index + from === 0
        ? paragraphBelowRoot
        : { ...paragraph, below: [ATTACKER, index + from - 1] as const },
    );
  // Each block hangs below a sibling that stands beside the block before: two structs a level.
  const besides = repeat(400, (index) => {
    if (index === 0) return paragraphBelowRoot;
    const before = [ATTACKER, index - 1] as const;
    return index % 2 === 1 ? { ...paragraph, left: before } : { ...paragraph, below: before };
  });
  return [
    { name: 'blocks nested 5,000 deep', reason: 'depth', update: own(nested(5_000)) },
    {
      name: 'blocks nested 8,000 deep and removed at once',
      reason: 'depth',
      update: writeUpdate(
        [{ client: ATTACKER, clock: 0, structs: nested(8_000) }],
        [[ATTACKER, [[0, 1]]]],
      ),
    },
    { name: 'blocks nested 200 deep beside each other', reason: 'depth', update: own(besides) },
    {
      name: 'blocks nested deeper with every update',
      reason: 'depth',
      before: [own(nested(30)), own(nested(30, 30), 30)],
      update: own(nested(30, 60), 60),
    },
    {
      name: 'a deep block that is told again as one near the root, and a block below it',
      reason: 'depth',
      before: [own(nested(60)), own([{ ...paragraph, below: [ATTACKER, 59] }], 60)],
      update: own([paragraphBelowRoot, { ...paragraph, below: [ATTACKER, 60] }], 60),
    },
  ];
}

/** Slow only for Yjs, and fast for a gate that takes a shortcut where Yjs takes none. */
const words: Struct[] = [
  { string: 'ab', below: [ATTACKER, 1] },
  ...repeat(3_000, (index): Struct => {
    const left = [ATTACKER, index + 3] as const;
    return index % 2 === 1 ? { string: 'c', left } : { mark: ['x', '1'], left };
  }),
];

function rowBehind(block: Id): Struct[] {
  return repeat(25_000, (index) => ({
    ...paragraph,
    left: index === 0 ? block : ([ATTACKER, index - 1] as const),
  }));
}

function ofAccomplice(struct: (index: number) => Struct): Uint8Array {
  return writeUpdate([{ client: ACCOMPLICE, clock: 0, structs: repeat(20_000, struct) }]);
}

export function slow({ lastBlock, character, text, paragraph: at }: Places): HostileUpdate[] {
  const many = (struct: Struct) => [own(repeat(3_000, () => struct))];
  const crossed = [
    paragraphBelowRoot,
    ...repeat(3_000, (): Struct => ({ ...paragraph, below: ROOT })),
  ];
  return [
    {
      name: '20,000 blocks between two that are told crosswise',
      reason: 'distance',
      before: [own(crossed)],
      update: ofAccomplice((index) => ({
        ...paragraph,
        right: index % 2 === 0 ? [ATTACKER, 0] : lastBlock,
      })),
    },
    {
      name: '20,000 blocks at the start of everything, where 3,000 others are',
      reason: 'distance',
      before: many(paragraphBelowRoot),
      update: ofAccomplice(() => paragraphBelowRoot),
    },
    {
      name: '20,000 blocks behind the same block, as 3,000 others',
      reason: 'distance',
      before: many({ ...paragraph, left: lastBlock }),
      update: ofAccomplice(() => ({ ...paragraph, left: lastBlock })),
    },
    {
      name: '15,000 values of one attribute',
      reason: 'distance',
      update: own(
        repeat(15_000, (index) => ({ values: [index % 9], below: ROOT, key: '__indent' })),
      ),
    },
    {
      name: '25,000 former values, each before the one told last',
      reason: 'distance',
      update: own(
        repeat(25_000, (index) =>
          index === 0
            ? { values: [1], below: at, key: '__indent' }
            : { values: [1], right: [ATTACKER, index - 1] as const },
        ),
      ),
    },
    {
      name: '20,000 blocks behind the same block, each before the one told last',
      reason: 'distance',
      before: [own(rowBehind(lastBlock))],
      update: ofAccomplice((index) => ({
        ...paragraph,
        left: lastBlock,
        ...(index > 0 && { right: [ACCOMPLICE, index - 1] as const }),
      })),
    },
    {
      name: '20,000 words behind the first of two characters',
      reason: 'distance',
      before: [own([paragraphBelowRoot, { type: TYPE.xmlText, below: [ATTACKER, 0] }, ...words])],
      update: ofAccomplice(() => ({ string: 'q', left: [ATTACKER, 2] })),
    },
    {
      name: '20,000 words behind the same character, as 3,000 others',
      reason: 'distance',
      before: many({ string: 'x', left: character }),
      update: ofAccomplice(() => ({ string: 'x', left: character })),
    },
    {
      name: '20,000 words in a text without a neighbour, as 3,000 others',
      reason: 'distance',
      before: many({ string: 'x', below: text }),
      update: ofAccomplice(() => ({ string: 'x', below: text })),
    },
  ];
}
