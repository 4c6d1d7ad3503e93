import { ATTACKER, own } from './attacked-document.ts';
import { writeUpdate } from '../update-writer.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';

export function wrongValues({ paragraph: at, character }: Places): HostileUpdate[] {
  const attribute = (key: string, value: unknown): HostileUpdate => ({
    name: `the attribute ${key} with ${JSON.stringify(value)}`,
    reason: 'attribute',
    update: own([{ values: [value], below: at, key }]),
  });
  const mark = (key: string, value: string): HostileUpdate => ({
    name: `the mark ${key} with ${value}`,
    reason: 'format',
    update: own([{ mark: [key, value], left: character }]),
  });
  return [
    attribute('__type', 'link'),
    attribute('__key', 'root'),
    attribute('__parent', 'root'),
    attribute('__first', '1'),
    attribute('getType', 'x'),
    attribute('getLatest', 1),
    attribute('__slots', {}),
    attribute('__indent', { x: 1 }),
    attribute('__indent', 2 ** 40),
    attribute('__indent', Number.NaN),
    attribute('__format', '<img onerror=1>'),
    attribute('__tag', 'script'),
    attribute('__colSpan', 2 ** 31),
    attribute('__rowSpan', '9'),
    attribute('__colWidths', 'wide'),
    attribute('__colWidths', [{}]),
    attribute('__url', { href: 'x' }),
    attribute('__checked', 'yes'),
    mark('t', '"evil"'),
    mark('t', '{"x":1}'),
    mark('p', '"x"'),
    mark('p', '[1]'),
    mark('p', '{"getType":"x"}'),
    mark('p', '{"__key":"root"}'),
    mark('p', '{"__format":"x"}'),
    mark('p', '{bad'),
    {
      name: 'two present values of an attribute at once',
      reason: 'attribute',
      update: own([{ values: [2, 1], below: at, key: '__indent' }]),
    },
    {
      name: 'two values of an attribute at once, of which one is removed',
      reason: 'attribute',
      update: writeUpdate(
        [{ client: ATTACKER, clock: 0, structs: [{ values: [2, 1], below: at, key: '__indent' }] }],
        [[ATTACKER, [[1, 1]]]],
      ),
    },
    {
      name: 'an attribute changed beside an honest one',
      reason: 'attribute',
      before: [own([{ values: [1], below: at, key: '__indent' }])],
      update: own([{ values: ['deep'], left: [ATTACKER, 0] }], 1),
    },
  ];
}
