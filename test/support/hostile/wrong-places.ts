import { ATTACKER, ROOT, own, paragraphBelowRoot, paragraph } from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { TYPE, writeUpdate } from '../update-writer.ts';
import type { Id } from '../update-writer.ts';

export function wrongPlaces({
  text,
  paragraph: at,
  character,
  lastBlock,
}: Places): HostileUpdate[] {
  return [
    {
      name: 'words below a character',
      reason: 'parent',
      update: own([{ string: 'child of text', below: character }]),
    },
    {
      name: 'words below own words',
      reason: 'parent',
      update: own([
        paragraphBelowRoot,
        { type: TYPE.xmlText, below: [ATTACKER, 0] },
        { string: 'abc', below: [ATTACKER, 1] },
        { string: 'x', below: [ATTACKER, 2] },
      ]),
    },
    {
      name: 'words in a paragraph, beside its texts',
      reason: 'content',
      update: own([{ string: 'loose', below: at }]),
    },
    {
      name: 'words beside a block',
      reason: 'content',
      update: own([{ string: 'loose', left: lastBlock }]),
    },
    {
      name: 'a mark beside a block',
      reason: 'content',
      update: own([{ mark: ['p', '{}'], right: lastBlock }]),
    },
    {
      name: 'a block inside of a text',
      reason: 'node-type',
      update: own([{ ...paragraph, below: text }]),
    },
    {
      name: 'a block beside a character',
      reason: 'node-type',
      update: own([{ ...paragraph, left: character }]),
    },
    {
      name: 'a text inside of a text',
      reason: 'node-type',
      update: own([{ type: TYPE.xmlText, left: character }]),
    },
    {
      name: 'a value inside of a text',
      reason: 'content',
      update: own([{ values: ['x'], left: character }]),
    },
    {
      name: 'an attribute of a text',
      reason: 'content',
      update: own([{ values: ['x'], below: text, key: '__style' }]),
    },
    ...wrongNeighbours({ paragraph: at, lastBlock }),
    ...wrongChildren({ paragraph: at, lastBlock }),
  ];
}

/** Yjs puts these here and there, as they happen to come: people would see different documents. */
function wrongNeighbours({ paragraph: at, lastBlock }: Pick<Places, 'paragraph' | 'lastBlock'>) {
  const before = [
    own([
      paragraphBelowRoot,
      { type: TYPE.xmlText, below: [ATTACKER, 0] },
      { string: 'abc', below: [ATTACKER, 1] },
    ]),
  ];
  const between = (name: string, [left, right]: [Id, Id], more: Partial<HostileUpdate> = {}) => ({
    name: `words between ${name}`,
    reason: 'neighbours' as const,
    before,
    update: own([{ string: 'x', left, right }], 5),
    ...more,
  });
  const c: Id = [ATTACKER, 3];
  return [
    between('a character and itself', [c, c]),
    between('a character and the one before it', [c, [ATTACKER, 2]]),
    between('a character and a block', [c, lastBlock]),
    between('a character and one that was removed with its block', [c, c], {
      before: [
        ...before,
        own(
          [
            { ...paragraph, left: lastBlock },
            { type: TYPE.xmlText, below: [ATTACKER, 5] },
          ],
          5,
        ),
        writeUpdate([], [[ATTACKER, [[5, 1]]]]),
      ],
      update: own([{ string: 'x', left: [ATTACKER, 4], right: [ATTACKER, 6] }], 7),
    }),
    between('two blocks told crosswise', [lastBlock, at], {
      before: [],
      update: own([{ ...paragraph, left: lastBlock, right: at }]),
    }),
  ];
}

function wrongChildren({
  paragraph: at,
  lastBlock,
}: Pick<Places, 'paragraph' | 'lastBlock'>): HostileUpdate[] {
  return [
    {
      name: 'a text at the root',
      reason: 'node-type',
      update: own([{ type: TYPE.xmlText, below: ROOT }]),
    },
    {
      name: 'a text beside a block',
      reason: 'node-type',
      update: own([{ type: TYPE.xmlText, left: lastBlock }]),
    },
    {
      name: 'a line break at the root',
      reason: 'node-type',
      update: own([{ element: 'linebreak', left: lastBlock }]),
    },
    {
      name: 'a text in a list',
      reason: 'node-type',
      update: own([
        { element: 'list', below: ROOT },
        { type: TYPE.xmlText, below: [ATTACKER, 0] },
      ]),
    },
    {
      name: 'a list item outside of a list',
      reason: 'node-type',
      update: own([{ element: 'listitem', left: lastBlock }]),
    },
    {
      name: 'a line break in a table',
      reason: 'node-type',
      update: own([
        { element: 'table', below: ROOT },
        { element: 'linebreak', below: [ATTACKER, 0] },
      ]),
    },
    {
      name: 'a text in a table row',
      reason: 'node-type',
      update: own([
        { element: 'tablerow', below: ROOT },
        { type: TYPE.xmlText, below: [ATTACKER, 0] },
      ]),
    },
    {
      name: 'a block as an attribute',
      reason: 'content',
      update: own([{ ...paragraph, below: at, key: '__slots' }]),
    },
    {
      name: 'a map as an attribute',
      reason: 'node-type',
      update: own([{ type: TYPE.map, below: at, key: '__slots' }]),
    },
    {
      name: 'words as an attribute',
      reason: 'content',
      update: own([{ string: 'h1', below: at, key: '__tag' }]),
    },
  ];
}
