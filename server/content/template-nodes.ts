/** Writes a template as Lexical nodes. Functions with `$` run inside an update of the editor. */
import { $createListItemNode, $createListNode, $isListNode } from '@lexical/list';
import type { ListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table';
import type { TableNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $setState,
} from 'lexical';
import type { ElementNode, LexicalNode, ParagraphNode } from 'lexical';
import type { BlockLanguage } from '#app/domain/documents/document-tree.ts';
import { wordingParts } from '#app/domain/documents/field-placeholders.ts';
import type { Template, TemplateBlock, TemplateSection } from '#app/domain/documents/template.ts';
import type { Bilingual } from '#app/domain/shared/locale.ts';
import {
  blockIdState,
  guidanceState,
  languageState,
  numberingState,
  sectionKeyState,
} from '#app/editor/nodes/block-states.ts';
import { $createRegisterFieldNode } from '#app/editor/nodes/register-field-node.ts';

type Writing = { newBlockId: () => string; languages: readonly BlockLanguage[] };

/** Fills the empty root. */
export function $writeTemplate(template: Template, writing: Writing): void {
  const writer = new TemplateWriter(template, writing);
  for (const section of template.sections) writer.$section(section);
  writer.$end();
}

class TemplateWriter {
  readonly #template: Template;
  readonly #writing: Writing;

  constructor(template: Template, writing: Writing) {
    this.#template = template;
    this.#writing = writing;
  }

  $section(section: TemplateSection): void {
    this.#$append(this.#$heading(section));
    for (const language of this.#writing.languages) {
      if (section.guidance[language] === '') continue;
      const advice = this.#$paragraph(section.guidance, language);
      this.#$append($setState(advice, guidanceState, 'yes'));
    }
    if (section.blocks.length === 0) this.#$append(this.#$emptyParagraph());
    for (const passage of passagesOf(section.blocks)) this.#$passage(passage);
  }

  /** Behind a list or table at the very end nobody could go on writing. */
  $end(): void {
    const last = $getRoot().getLastChild();
    if (last === null || last.getType() !== 'paragraph') this.#$append(this.#$emptyParagraph());
  }

  #$passage(passage: Passage): void {
    const { languages } = this.#writing;
    switch (passage.kind) {
      case 'paragraph':
        for (const language of languages) {
          this.#$append(this.#$paragraph(passage.text, language));
          if (passage.list !== null) this.#$append(this.#$list(passage.list, [language]));
        }
        break;
      case 'list':
        this.#$append(this.#$list(passage.list, languages));
        break;
      case 'table':
        this.#$append(this.#$table(passage.table));
    }
  }

  /** Lexical joins neighbouring lists of one kind into one, so something has to part them. */
  #$append(node: ElementNode): void {
    const last = $getRoot().getLastChild();
    const wouldJoin =
      $isListNode(last) && $isListNode(node) && last.getListType() === node.getListType();
    if (wouldJoin) $getRoot().append(this.#$emptyParagraph());
    $getRoot().append(node);
  }

  #$heading(section: TemplateSection): ElementNode {
    const heading = $createHeadingNode(HEADING_TAGS[section.level]);
    $setState(heading, numberingState, this.#template.numbering);
    $setState(heading, sectionKeyState, section.key);
    const titles = this.#writing.languages.map((language) => section.title[language]);
    return this.#$identified(heading).append(...$wording(titles.join(' ')));
  }

  #$paragraph(text: Bilingual, language: BlockLanguage): ParagraphNode {
    const paragraph = $setState(this.#$emptyParagraph(), languageState, language);
    return paragraph.append(...$wording(text[language]));
  }

  #$emptyParagraph(): ParagraphNode {
    return this.#$identified($createParagraphNode());
  }

  #$list(list: TemplateList, languages: readonly BlockLanguage[]): ListNode {
    const items = list.items.map((item) =>
      this.#$bilingual($createListItemNode(), { text: item, languages }),
    );
    return $createListNode(list.kind).append(...items);
  }

  #$table(table: TemplateTable): TableNode {
    const header = this.#$row(table.header, TableCellHeaderStates.ROW);
    const rows = table.rows.map((row) => this.#$row(row, TableCellHeaderStates.NO_STATUS));
    return this.#$identified($createTableNode()).append(header, ...rows);
  }

  #$row(cells: readonly Bilingual[], headerState: number): ElementNode {
    const { languages } = this.#writing;
    return $createTableRowNode().append(
      ...cells.map((text) =>
        $createTableCellNode(headerState).append(
          this.#$bilingual($createParagraphNode(), { text, languages }),
        ),
      ),
    );
  }

  /** One block for all wanted languages, a line for each; only one language can name the block. */
  #$bilingual<Node extends ElementNode>(
    block: Node,
    { text, languages }: { text: Bilingual; languages: readonly BlockLanguage[] },
  ): Node {
    const [only, ...others] = languages;
    if (only !== undefined && others.length === 0) $setState(block, languageState, only);
    const lines = languages.map((language) => text[language]).filter((line) => line !== '');
    const nodes = lines.flatMap((line, index) =>
      index === 0 ? $wording(line) : [$createLineBreakNode(), ...$wording(line)],
    );
    return this.#$identified(block).append(...nodes);
  }

  #$identified<Node extends LexicalNode>(block: Node): Node {
    return $setState(block, blockIdState, this.#writing.newBlockId());
  }
}

type TemplateList = Extract<TemplateBlock, { type: 'list' }>;
type TemplateTable = Extract<TemplateBlock, { type: 'table' }>;

/** What is written out whole in one language before the next language begins. */
type Passage =
  | { kind: 'paragraph'; text: Bilingual; list: TemplateList | null }
  /** A list without paragraph before it: each item carries both languages, like a table cell. */
  | { kind: 'list'; list: TemplateList }
  | { kind: 'table'; table: TemplateTable };

/** A list belongs to the paragraph that leads to it: in each language they follow each other. */
function passagesOf(blocks: readonly TemplateBlock[]): Passage[] {
  const passages: Passage[] = [];
  for (const block of blocks) {
    const lead = passages.at(-1);
    if (block.type === 'paragraph') {
      passages.push({ kind: 'paragraph', text: block.text, list: null });
    } else if (block.type === 'table') {
      passages.push({ kind: 'table', table: block });
    } else if (lead?.kind === 'paragraph' && lead.list === null) {
      lead.list = block;
    } else {
      passages.push({ kind: 'list', list: block });
    }
  }
  return passages;
}

function $wording(wording: string): LexicalNode[] {
  return wordingParts(wording).map((part) =>
    'field' in part ? $createRegisterFieldNode(part.field) : $createTextNode(part.text),
  );
}

const HEADING_TAGS = { 1: 'h1', 2: 'h2', 3: 'h3' } as const;
