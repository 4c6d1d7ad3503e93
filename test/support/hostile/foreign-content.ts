import * as encoding from 'lib0/encoding';
import { ROOT, own, paragraph } from './attacked-document.ts';
import type { HostileUpdate } from './attacked-document.ts';
import { bytes, repeat, TYPE, writeNumbers } from '../update-writer.ts';

export function foreignContent(): HostileUpdate[] {
  const deepValue = bytes((to) => {
    for (let depth = 0; depth < 200_000; depth += 1) {
      encoding.writeUint8(to, 117);
      writeNumbers(to, 1);
    }
    encoding.writeUint8(to, 126);
  });
  const deepObject = { rawValue: deepValue, below: ROOT, key: '__style' };
  const polluted = bytes((to) => {
    encoding.writeUint8(to, 118);
    writeNumbers(to, 1);
    encoding.writeVarString(to, '__proto__');
    encoding.writeAny(to, { polluted: 'yes' });
  });
  return [
    { name: 'another root', reason: 'root', update: own([{ ...paragraph, below: 'root' }]) },
    {
      name: '20,000 other roots',
      reason: 'root',
      update: own(repeat(20_000, (index) => ({ values: [null], below: `r${index}` }))),
    },
    {
      name: 'the root used as a list of words',
      reason: 'content',
      update: own([{ string: 'loose words', below: ROOT }]),
    },
    {
      name: 'the root used as a list of values',
      reason: 'content',
      update: own([{ values: [1, 2], below: ROOT }]),
    },
    {
      name: 'an embedded object',
      reason: 'content',
      update: own([{ embed: '{"image":"x"}', below: ROOT }]),
    },
    {
      name: 'an embedded object that is no JSON',
      reason: 'content',
      update: own([{ embed: '{bad', below: ROOT }]),
    },
    { name: 'bytes', reason: 'content', update: own([{ binary: 10, below: ROOT }]) },
    {
      name: 'values of an old client',
      reason: 'content',
      update: own([{ json: '{}', below: ROOT }]),
    },
    {
      name: '1,000 sub-documents',
      reason: 'content',
      update: own(repeat(1_000, (index) => ({ subdocument: `guid-${index}`, below: ROOT }))),
    },
    {
      name: 'a kind of struct that does not exist',
      reason: 'content',
      update: Uint8Array.of(1, 1, 5, 0, 15, 1, 4, 114, 111, 111, 116, 0),
    },
    {
      name: 'a kind of type that does not exist',
      reason: 'node-type',
      update: own([{ type: 99, below: ROOT }]),
    },
    {
      name: 'a map as a block',
      reason: 'node-type',
      update: own([{ type: TYPE.map, below: ROOT }]),
    },
    {
      name: 'a block that no editor knows',
      reason: 'node-type',
      update: own([{ element: 'evil-node', below: ROOT }]),
    },
    {
      name: 'a text as a block',
      reason: 'node-type',
      update: own([{ element: 'text', below: ROOT }]),
    },
    { name: 'a value nested 200,000 deep', reason: 'any', update: own([deepObject]) },
    {
      name: 'a value of 70,000 parts',
      reason: 'any',
      update: own([
        { values: [Array.from({ length: 70_000 }, () => 0)], below: ROOT, key: '__colWidths' },
      ]),
    },
    {
      name: 'a value that changes what an object is',
      reason: 'key',
      update: own([{ rawValue: polluted, below: ROOT, key: '__style' }]),
    },
    {
      name: 'an attribute that changes what an object is',
      reason: 'key',
      update: own([{ values: [1], below: ROOT, key: '__proto__' }]),
    },
  ];
}
