import { ATTACKER, ROOT, own, paragraphBelowRoot, paragraph } from './attacked-document.ts';
import type { HostileUpdate } from './attacked-document.ts';
import { bytes, repeat, TYPE, writeNumbers } from '../update-writer.ts';

export function countsAndSizes(): HostileUpdate[] {
  const lie = (...numbers: number[]) => bytes((to) => writeNumbers(to, ...numbers));
  return [
    {
      name: '7 bytes that announce 32 million structs',
      reason: 'structs',
      update: lie(1, 32 * 2 ** 20, 5, 0),
    },
    { name: '4 billion structs', reason: 'structs', update: lie(1, 2 ** 32 - 1, 5, 0) },
    { name: '33 million clients', reason: 'clients', update: lie(33_500_000, 1, 5, 0) },
    {
      name: 'a trillion clients in the delete set',
      reason: 'delete-clients',
      update: lie(0, 2 ** 40),
    },
    {
      name: 'a trillion ranges in the delete set',
      reason: 'delete-ranges',
      update: lie(0, 1, 5, 2 ** 40),
    },
    { name: 'a collected stretch of 2^50', reason: 'length', update: own([{ gc: 2 ** 50 }]) },
    {
      name: 'a removed stretch of 2^50',
      reason: 'length',
      update: own([{ deleted: 2 ** 50, below: ROOT }]),
    },
    {
      name: 'a removed stretch of nothing',
      reason: 'length',
      update: own([{ deleted: 0, below: ROOT }]),
    },
    { name: 'a skip of 2^50', reason: 'skip', update: own([{ skip: 2 ** 50 }]) },
    {
      name: 'an empty string',
      reason: 'length',
      update: own([{ string: '', below: [ATTACKER, 0] }], 1),
      before: [own([paragraphBelowRoot])],
    },
    {
      name: 'a string of 10 MB',
      reason: 'bytes',
      update: own([{ string: 'x'.repeat(10e6), below: ROOT }]),
    },
    {
      name: 'a string of 600 kB',
      reason: 'string',
      update: own([{ string: 'x'.repeat(600_000), below: ROOT }]),
    },
    {
      name: '31,000 structs',
      reason: 'structs',
      update: own(repeat(31_000, () => ({ ...paragraph, below: ROOT }))),
    },
    {
      name: '5,000 marks in one update',
      reason: 'format',
      update: own([
        { ...paragraph, below: ROOT },
        { type: TYPE.xmlText, below: [ATTACKER, 0] },
        ...repeat(5_000, (index) => ({
          mark: ['bold', index % 2 ? 'true' : 'null'] as const,
          below: [ATTACKER, 1] as const,
        })),
      ]),
    },
    {
      name: 'a mark of 3,000 characters',
      reason: 'format',
      update: own([{ mark: ['c', JSON.stringify('x'.repeat(3_000))], below: ROOT }]),
    },
    {
      name: 'a name of 100 characters',
      reason: 'key',
      update: own([{ values: [1], below: ROOT, key: 'x'.repeat(100) }]),
    },
  ];
}
