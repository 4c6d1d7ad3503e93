import {
  ATTACKER,
  ACCOMPLICE,
  VICTIM,
  STRANGER,
  ROOT,
  own,
  paragraphBelowRoot,
  paragraph,
} from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { repeat, TYPE, writeUpdate } from '../update-writer.ts';
import type { Struct } from '../update-writer.ts';

export function strangeClients({ endOfVictim, paragraph: at }: Places): HostileUpdate[] {
  return [
    {
      name: 'the victim’s clock moved by a collected stretch',
      reason: 'owner',
      update: writeUpdate([{ client: VICTIM, clock: endOfVictim, structs: [{ gc: 1_000 }] }]),
    },
    {
      name: 'words under the victim’s client id',
      reason: 'owner',
      update: writeUpdate([
        { client: VICTIM, clock: endOfVictim, structs: [{ ...paragraph, left: at }] },
      ]),
    },
    {
      name: 'words under nobody’s client id',
      reason: 'owner',
      update: writeUpdate([{ client: STRANGER, clock: 0, structs: [paragraphBelowRoot] }]),
    },
    {
      name: 'a client id of 2^53',
      reason: 'client-id',
      update: writeUpdate([
        { client: Number.MAX_SAFE_INTEGER, clock: 0, structs: [paragraphBelowRoot] },
      ]),
    },
    {
      name: 'a client id of 70 bits',
      reason: 'truncated',
      update: Uint8Array.of(1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 127, 0, 0, 0),
    },
    {
      name: '10,000 clients',
      reason: 'clients',
      update: writeUpdate(
        Array.from({ length: 10_000 }, (_, index) => ({
          client: 20_000 - index,
          clock: 0,
          structs: [paragraphBelowRoot],
        })),
      ),
    },
    {
      name: 'the same client twice, of which Yjs takes the second',
      reason: 'client-id',
      update: writeUpdate([
        { client: ATTACKER, clock: 0, structs: repeat(10, () => paragraphBelowRoot) },
        { client: ACCOMPLICE, clock: 0, structs: [{ ...paragraph, left: [ATTACKER, 8] }] },
        { client: ATTACKER, clock: 0, structs: [paragraphBelowRoot] },
      ]),
    },
    {
      name: 'the lower client first, beside which Y.mergeUpdates loses what others wrote',
      reason: 'client-id',
      update: writeUpdate([
        { client: Math.min(ATTACKER, ACCOMPLICE), clock: 0, structs: [paragraphBelowRoot] },
        { client: Math.max(ATTACKER, ACCOMPLICE), clock: 0, structs: [paragraphBelowRoot] },
      ]),
    },
  ];
}

export function gapsAndCircles({ endOfVictim }: Places): HostileUpdate[] {
  const pair = (first: Struct, second: Struct) =>
    writeUpdate([
      { client: ACCOMPLICE, clock: 0, structs: [first] },
      { client: ATTACKER, clock: 0, structs: [second] },
    ]);
  return [
    { name: 'a clock with a gap before it', reason: 'gap', update: own([paragraphBelowRoot], 3) },
    {
      name: 'a neighbour that nobody has',
      reason: 'unknown-reference',
      update: own([{ ...paragraph, left: [4_242, 1_000] }]),
    },
    {
      name: 'a neighbour that the victim will write',
      reason: 'unknown-reference',
      update: own([{ ...paragraph, right: [VICTIM, endOfVictim + 3] }]),
    },
    {
      name: 'a parent that nobody has',
      reason: 'unknown-reference',
      update: own([{ ...paragraph, below: [4_242, 0] }]),
    },
    {
      name: 'its own neighbour',
      reason: 'self-reference',
      update: own([{ ...paragraph, left: [ATTACKER, 0] }]),
    },
    {
      name: 'its own parent',
      reason: 'self-reference',
      update: own([{ ...paragraph, below: [ATTACKER, 0] }]),
    },
    {
      name: 'a neighbour of its own that comes later',
      reason: 'self-reference',
      update: own([
        { ...paragraph, left: [ATTACKER, 1] },
        { ...paragraph, left: [ATTACKER, 0] },
      ]),
    },
    {
      name: 'two clients that are each other’s neighbours',
      reason: 'self-reference',
      update: pair({ ...paragraph, left: [ATTACKER, 0] }, { ...paragraph, left: [ACCOMPLICE, 0] }),
    },
    {
      name: 'two clients that are each other’s parents',
      reason: 'self-reference',
      update: pair(
        { ...paragraph, below: [ATTACKER, 0] },
        { ...paragraph, below: [ACCOMPLICE, 0] },
      ),
    },
    {
      name: 'two clients that each wait for a later struct of the other',
      reason: 'self-reference',
      update: writeUpdate([
        {
          client: ACCOMPLICE,
          clock: 0,
          structs: [{ ...paragraph, left: [ATTACKER, 0] }, paragraphBelowRoot],
        },
        { client: ATTACKER, clock: 0, structs: [{ ...paragraph, left: [ACCOMPLICE, 1] }] },
      ]),
    },
    {
      name: 'a parent that stands beside its own child',
      reason: 'self-reference',
      update: pair({ ...paragraph, below: [ATTACKER, 0] }, { ...paragraph, left: [ACCOMPLICE, 0] }),
    },
  ];
}

/** Yjs ignores the part of an update that it has; the rest must not profit from what that part says. */
export function retold({ text, paragraph: at }: Places): HostileUpdate[] {
  const emoji: Struct = { string: '👍', below: [ATTACKER, 1] };
  const words: Struct = { string: 'abc', below: [ATTACKER, 1] };
  const before = [own([paragraphBelowRoot, { type: TYPE.xmlText, below: [ATTACKER, 0] }, words])];
  return [
    {
      name: 'words that go on in another text',
      reason: 'parent',
      before,
      update: own([{ string: 'abcdef', below: text }], 2),
    },
    {
      name: 'what was written, told again as something else, and more behind it',
      reason: null,
      before,
      update: own([
        { string: 'x', below: ROOT },
        ...repeat(5, () => ({ ...paragraph, below: ROOT })),
      ]),
    },
    {
      name: 'words that are told again in the middle of a character',
      reason: null,
      before: [own([paragraphBelowRoot, { type: TYPE.xmlText, below: [ATTACKER, 0] }, emoji])],
      update: own([{ string: 'x', left: [ATTACKER, 2] }], 3),
    },
    {
      name: 'words that go on as an attribute',
      reason: 'parent',
      before,
      update: own([{ values: [1, 2, 3, 4], below: at, key: '__indent' }], 2),
    },
    {
      name: 'words that are told again as a block, and a block below it',
      reason: 'parent',
      before,
      update: own(
        [
          { ...paragraph, below: ROOT },
          { deleted: 2, below: ROOT },
          { ...paragraph, below: [ATTACKER, 2] },
        ],
        2,
      ),
    },
    ...goingOnCrossed(),
  ];
}

/**
 * What is left of words that are known in part stands behind that part, whatever they say stands to
 * the left of them: the right neighbour must fit there.
 */
function goingOnCrossed(): HostileUpdate[] {
  const inParagraph = (clock: number, ...structs: Struct[]): Struct[] => [
    paragraphBelowRoot,
    { type: TYPE.xmlText, below: [ATTACKER, clock] },
    ...structs,
  ];
  const removed = inParagraph(0, { string: 'x', below: [ATTACKER, 1] });
  const standing = inParagraph(3, { string: 'abc', below: [ATTACKER, 4] });
  return [
    {
      name: 'words that go on before something that was removed with its block',
      reason: 'neighbours',
      before: [own(removed), writeUpdate([], [[ATTACKER, [[0, 1]]]]), own(standing, 3)],
      update: own([{ string: 'abcd', left: [ATTACKER, 2], right: [ATTACKER, 2] }], 5),
    },
    {
      name: 'words that go on before what stands to the left of them',
      reason: 'neighbours',
      before: [own([...removed, { string: 'abc', left: [ATTACKER, 2] }])],
      update: own([{ string: 'abcd', right: [ATTACKER, 2] }], 3),
    },
  ];
}
