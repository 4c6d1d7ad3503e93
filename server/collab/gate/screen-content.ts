/** Whether what a struct holds may stand where it stands. */
import { isKnownAttribute, WITHOUT_TEXT } from './known-content.ts';
import type { Entry, Holding, Where } from './entry.ts';
import { refuse } from './refusal.ts';

/** @throws GateRefusal */
export function screenHolding(holding: Holding, where: NonNullable<Where>): void {
  if (holding.kind === 'deleted') return;
  if (where.inside === 'text') screenInText(holding, where);
  else if (where.key !== null) screenAttribute(holding, where.key);
  else screenChild(holding, where.name);
}

/**
 * Several values of an attribute in one struct are former ones in a row, as undo keeps them. Yjs
 * takes them for the present one until they are removed, all at once: of one that is cut in two it
 * forgets a half, and can neither remove nor load what the attribute belongs to.
 */
export function isFormerValues(entry: Entry, where: NonNullable<Where>): boolean {
  return where.key !== null && entry.holding.kind === 'values' && entry.end - entry.start > 1;
}

/** A text holds characters and marks; Lexical does not know objects or attributes in it. */
function screenInText({ kind }: Holding, { key }: NonNullable<Where>): void {
  if (kind === 'element' || kind === 'text') refuse('node-type');
  if (key !== null || kind === 'values') refuse('content');
}

function screenAttribute(holding: Holding, name: string): void {
  if (holding.kind !== 'values') refuse('content');
  if (!holding.read().every((value) => isKnownAttribute(name, value))) refuse('attribute');
}

function screenChild(holding: Holding, parentName: string): void {
  const isText = holding.kind === 'text';
  if (!isText && holding.kind !== 'element') refuse('content');
  // Lexical asks an item for the list that it stands in, without which nothing can be read.
  if (holding.kind === 'element' && holding.name === 'listitem' && parentName !== 'list') {
    refuse('node-type');
  }
  const isInline = isText || (holding.kind === 'element' && holding.name === 'linebreak');
  if (isInline && WITHOUT_TEXT.has(parentName)) refuse('node-type');
}
