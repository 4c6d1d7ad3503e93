/** Whether what a struct holds may stand where it stands. */
import { isKnownAttribute, WITHOUT_TEXT } from './known-content.ts';
import type { Holding, Where } from './entry.ts';
import { refuse } from './refusal.ts';

/** @throws GateRefusal */
export function screenHolding(holding: Holding, where: NonNullable<Where>): void {
  if (holding.kind === 'deleted') return;
  if (where.inside === 'text') screenInText(holding, where);
  else if (where.key !== null) screenAttribute(holding, where.key);
  else screenChild(holding, where.name);
}

/** A text holds characters and marks; Lexical does not know objects or attributes in it. */
function screenInText({ kind }: Holding, { key }: NonNullable<Where>): void {
  if (kind === 'element' || kind === 'text') refuse('node-type');
  if (key !== null || kind === 'values') refuse('content');
}

function screenAttribute(holding: Holding, name: string): void {
  if (holding.kind !== 'values') refuse('content');
  // Several at once are former values in a row, as undo keeps them.
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
