import { ATTACKER, ROOT, own, paragraphBelowRoot, paragraph } from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { repeat, writeUpdate } from '../update-writer.ts';
import type { Struct } from '../update-writer.ts';

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

export function slow({ lastBlock, character, text }: Places): HostileUpdate[] {
  const anchors: Struct[] = [paragraphBelowRoot, { ...paragraph, left: [ATTACKER, 0] }];
  return [
    {
      name: '50,000 blocks between two that are told crosswise',
      reason: 'distance',
      update: own([
        ...anchors,
        ...repeat(50_000, (index) => ({ ...paragraph, right: [ATTACKER, index % 2] as const })),
      ]),
    },
    {
      name: '50,000 blocks at the start of everything',
      reason: 'distance',
      update: own(repeat(50_000, () => paragraphBelowRoot)),
    },
    {
      name: '50,000 blocks behind the same block',
      reason: 'distance',
      update: own(repeat(50_000, () => ({ ...paragraph, left: lastBlock }))),
    },
    {
      name: '15,000 values of one attribute',
      reason: 'distance',
      update: own(
        repeat(15_000, (index) => ({ values: [index % 9], below: ROOT, key: '__indent' })),
      ),
    },
    {
      name: '50,000 words behind the same character, and before another',
      reason: 'distance',
      update: own(repeat(50_000, () => ({ string: 'x', left: character, right: lastBlock }))),
    },
    {
      name: '50,000 words in a text without a neighbour',
      reason: 'distance',
      update: own(repeat(50_000, () => ({ string: 'x', below: text }))),
    },
  ];
}
