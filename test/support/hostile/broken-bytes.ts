import { ATTACKER, ROOT, STRANGER, VICTIM, own, paragraphBelowRoot } from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { bytes, writeNumbers, writeUpdate } from '../update-writer.ts';

export function deletes({ endOfVictim }: Places): HostileUpdate[] {
  const ranges = (count: number, range: (index: number) => readonly [number, number]) =>
    Array.from({ length: count }, (_, index) => range(index));
  return [
    {
      name: 'a removal of what the victim will write',
      reason: 'delete-future',
      update: writeUpdate([], [[VICTIM, [[0, 2 ** 31]]]]),
    },
    {
      name: 'a removal one character too far',
      reason: 'delete-future',
      update: writeUpdate([], [[VICTIM, [[0, endOfVictim + 1]]]]),
    },
    {
      name: 'a removal of what nobody has',
      reason: 'delete-future',
      update: writeUpdate([], [[STRANGER, [[0, 2 ** 50]]]]),
    },
    {
      name: 'a removal of nothing',
      reason: 'delete-order',
      update: writeUpdate([], [[VICTIM, [[0, 0]]]]),
    },
    {
      name: '15,000 removals of the same',
      reason: 'delete-order',
      update: writeUpdate([], [[VICTIM, ranges(15_000, () => [0, endOfVictim])]]),
    },
    {
      name: 'the same removals in several parts',
      reason: 'delete-order',
      update: writeUpdate(
        [],
        Array.from({ length: 500 }, () => [VICTIM, [[0, endOfVictim]]] as const),
      ),
    },
    {
      name: 'removals backwards',
      reason: 'delete-order',
      update: writeUpdate(
        [],
        [
          [
            VICTIM,
            [
              [5, 1],
              [1, 1],
            ],
          ],
        ],
      ),
    },
    {
      name: 'a million removals',
      reason: 'delete-ranges',
      update: writeUpdate([], [[STRANGER, ranges(300_000, (index) => [index * 2, 1])]]),
    },
    {
      name: 'removals of 60,000 clients',
      reason: 'delete-clients',
      update: writeUpdate(
        [],
        Array.from({ length: 60_000 }, (_, index) => [index, [[0, 1]]] as const),
      ),
    },
  ];
}

/** More bytes than a number has: read on for long enough, they are no number and pass each limit. */
export function endlessNumbers({ endOfVictim }: Places): HostileUpdate[] {
  const endless = [...Array.from({ length: 148 }, () => 0x80), 0];
  const victim = bytes((to) => writeNumbers(to, VICTIM, endOfVictim));
  const attack = (name: string, ...update: readonly number[]): HostileUpdate => ({
    name: `${name} that is no number`,
    reason: 'number',
    update: Uint8Array.from(update),
  });
  return [
    attack('a collected stretch of the victim of a length', 1, 1, ...victim, 0, ...endless, 0),
    attack('a clock of the victim', 1, 1, VICTIM, ...endless, 0, 1, 0),
    attack('a client id', 1, 1, ...endless, 0, 0, 1, 0),
    attack('a number of structs', 1, ...endless, ATTACKER, 0, 0),
    attack('a number of clients', ...endless, 0),
    attack('a neighbour', 1, 1, ATTACKER, 0, 0x87, VICTIM, ...endless, 3, 9, 0),
    attack('a number of values', 1, 1, ATTACKER, 0, 0x88, VICTIM, 0, ...endless, 0),
    attack('a removal from a clock', 0, 1, VICTIM, 1, ...endless, 1),
    attack('a removal of a length', 0, 1, VICTIM, 1, 0, ...endless),
    attack('a number of removals', 0, 1, VICTIM, ...endless),
  ];
}

export function brokenBytes(): HostileUpdate[] {
  const honest = own([paragraphBelowRoot]);
  return [
    { name: 'no bytes', reason: 'truncated', update: new Uint8Array() },
    { name: 'bytes that end early', reason: 'truncated', update: honest.subarray(0, -2) },
    { name: 'bytes after the end', reason: 'trailing', update: Uint8Array.from([...honest, 0]) },
    {
      name: 'good words and a broken delete set',
      reason: 'delete-future',
      update: Uint8Array.from([...honest.subarray(0, -1), 1, VICTIM, 3, 0, 200, 200, 200, 1]),
    },
    {
      name: 'good words and half a delete set',
      reason: 'truncated',
      update: Uint8Array.from([...honest.subarray(0, -1), 1, VICTIM, 3, 0, 1, 255]),
    },
    {
      name: 'an attribute that is no UTF-8',
      reason: 'truncated',
      update: own([{ rawValue: Uint8Array.of(119, 2, 0xe4, 0x65), below: ROOT, key: '__style' }]),
    },
    {
      name: 'a string that is no UTF-8',
      reason: 'truncated',
      update: Uint8Array.from([1, 1, 5, 0, 4, 1, 1, 255, 1, 97, 0]),
    },
  ];
}
