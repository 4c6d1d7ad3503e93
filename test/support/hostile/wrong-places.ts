import { ATTACKER, ROOT, own, paragraphBelowRoot, paragraph } from './attacked-document.ts';
import type { HostileUpdate, Places } from './attacked-document.ts';
import { TYPE } from '../update-writer.ts';

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
    ...wrongChildren({ paragraph: at, lastBlock }),
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
