import { ATTACKER, VICTIM, ROOT, own, paragraphBelowRoot, paragraph } from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { repeat, writeUpdate } from '../update-writer.ts';
import type { Id, Struct } from '../update-writer.ts';

/** Nothing that an editor writes, but nothing that harms one either. */
export function harmless({
  lastBlock,
  character,
  paragraph: at,
  endOfVictim,
}: Places): HostileUpdate[] {
  const block = (name: string, ...rest: Struct[]) =>
    own([{ element: name, left: lastBlock }, ...rest]);
  return [
    { name: 'nothing', reason: null, update: writeUpdate([]) },
    {
      name: 'an attribute of the root',
      reason: null,
      update: own([{ values: [1], below: ROOT, key: '__indent' }]),
    },
    {
      name: 'two former values of an attribute at once',
      reason: null,
      update: formerValues(at),
    },
    {
      name: 'an unknown state',
      reason: null,
      update: own([{ values: [{ x: [1] }], below: at, key: 's_unknown' }]),
    },
    {
      name: 'a mark of another editor',
      reason: null,
      update: own([{ mark: ['bold', 'true'], left: character }]),
    },
    {
      name: '3,000 marks',
      reason: null,
      update: own(
        repeat(3_000, (index) => ({
          mark: ['bold', index % 2 ? 'true' : 'null'] as const,
          left: index === 0 ? character : ([ATTACKER, index - 1] as const),
        })),
      ),
    },
    {
      name: 'a link to a script',
      reason: null,
      update: own([
        { element: 'link', below: at },
        { values: ['javascript:alert(1)'], below: [ATTACKER, 0], key: '__url' },
      ]),
    },
    { name: 'an empty list', reason: null, update: block('list') },
    {
      name: 'a paragraph in a list',
      reason: null,
      update: block('list', { ...paragraph, below: [ATTACKER, 0] }),
    },
    { name: 'an empty table', reason: null, update: block('table') },
    {
      name: 'a paragraph in a table',
      reason: null,
      update: block('table', { ...paragraph, below: [ATTACKER, 0] }),
    },
    { name: 'a row outside of a table', reason: null, update: block('tablerow') },
    { name: 'a cell outside of a row', reason: null, update: block('tablecell') },
    {
      name: 'a table in a paragraph',
      reason: null,
      update: own([{ element: 'table', below: at }]),
    },
    { name: 'a footnote as a block', reason: null, update: block('footnote') },
    { name: 'a link as a block', reason: null, update: block('link') },
    {
      name: 'blocks nested 50 deep',
      reason: null,
      update: own(
        repeat(50, (index) =>
          index === 0
            ? paragraphBelowRoot
            : { ...paragraph, below: [ATTACKER, index - 1] as const },
        ),
      ),
    },
    {
      name: 'words in a removed block',
      reason: null,
      before: [own([paragraphBelowRoot]), writeUpdate([], [[ATTACKER, [[0, 1]]]])],
      update: own([{ string: 'x', below: [ATTACKER, 0] }], 1),
    },
    { name: 'a heading without a size', reason: null, update: block('heading') },
    {
      name: 'the wrong size of a heading',
      reason: null,
      update: block('heading', { values: ['ul'], below: [ATTACKER, 0], key: '__tag' }),
    },
    {
      name: 'what the victim has written, told again',
      reason: null,
      update: writeUpdate([{ client: VICTIM, clock: 0, structs: [{ gc: endOfVictim }] }]),
    },
  ];
}

function formerValues(at: Id): Uint8Array {
  const structs: Struct[] = [{ values: [2, 1], below: at, key: '__indent' }];
  return writeUpdate([{ client: ATTACKER, clock: 0, structs }], [[ATTACKER, [[0, 2]]]]);
}
