import type {
  Block,
  DocumentTree,
  Heading,
  Inline,
  List,
  ListItem,
  TableCell,
} from '#app/domain/documents/document-tree.ts';
import { headingLabels } from '#app/domain/documents/heading-labels.ts';
import { isRegisterField } from '#app/domain/documents/template.ts';
import type { RegisterValues } from '#app/domain/documents/template.ts';

/**
 * The document as plain text: a line per block, headings with their labels, list items with their
 * markers, the cells of a table row parted by tabs. Guidance is left out; a footnote stands in
 * brackets where its mark is; a picture gives its alternative text.
 */
export function plainTextOf(tree: DocumentTree, registerValues: RegisterValues): string {
  const writer = new PlainTextWriter(tree, registerValues);
  return tree.blocks.flatMap((block) => writer.lines(block)).join('\n');
}

class PlainTextWriter {
  readonly #labels: ReadonlyMap<Heading, string>;
  readonly #values: RegisterValues;

  constructor(tree: DocumentTree, values: RegisterValues) {
    const headings = tree.blocks.flatMap(headingsOf);
    const labels = headingLabels(headings);
    this.#labels = new Map(headings.map((heading, index) => [heading, labels[index] ?? '']));
    this.#values = values;
  }

  lines(block: Block): string[] {
    switch (block.type) {
      case 'heading':
        return [labelled(this.#labels.get(block) ?? '', this.#text(block.inlines))];
      case 'paragraph':
        return block.guidance ? [] : [this.#text(block.inlines)];
      case 'quote':
        return [this.#text(block.inlines)];
      case 'list':
        return this.#listLines(block, '');
      case 'table':
        return block.rows.map((row) => row.cells.map((cell) => this.#cell(cell)).join('\t'));
      case 'image':
        return block.alternativeText === '' ? [] : [block.alternativeText];
      case 'page-break':
        return [];
    }
  }

  #listLines(list: List, indent: string): string[] {
    return list.items.flatMap((item, index) => [
      indent + marker(list, item, index) + this.#text(item.inlines),
      ...item.nested.flatMap((nested) => this.#listLines(nested, `${indent}  `)),
    ]);
  }

  /** A row stays one line, whatever stands in its cells. */
  #cell(cell: TableCell): string {
    const lines = cell.blocks.flatMap((block) => this.lines(block));
    return lines.join(' ').replace(/\s+/g, ' ').trim();
  }

  #text(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.type) {
      case 'text':
        return inline.text;
      case 'link':
        return this.#text(inline.inlines);
      case 'footnote':
        return inline.text === '' ? '' : ` [${inline.text}]`;
      case 'register-field':
        return isRegisterField(inline.field) ? this.#values[inline.field] : '';
      case 'line-break':
        return '\n';
      case 'tab':
        return '\t';
    }
  }
}

function headingsOf(block: Block): Heading[] {
  if (block.type === 'heading') return [block];
  if (block.type !== 'table') return [];
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(headingsOf)));
}

/** Chinese labels end in a full-width mark and need no space after it. */
function labelled(label: string, text: string): string {
  if (label === '') return text;
  return /[、）]$/.test(label) ? label + text : `${label} ${text}`;
}

function marker(list: List, item: ListItem, index: number): string {
  switch (list.kind) {
    case 'bullet':
      return '- ';
    case 'number':
      return `${list.start + index}. `;
    case 'check':
      return item.checked === true ? '[x] ' : '[ ] ';
  }
}
