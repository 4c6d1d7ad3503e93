/**
 * The reading form of a document: semantic HTML that needs no script. Every text in it is escaped;
 * the class names are those of the editor's theme, so that both look alike.
 */
import {
  leafBlocks,
  leafText,
  type Block,
  type BlockLanguage,
  type DocumentTree,
  type Heading,
  type Image,
  type LeafBlock,
  type List,
  type ListItem,
  type Paragraph,
} from '#app/domain/documents/document-tree.ts';
import { headingLabels } from '#app/domain/documents/heading-labels.ts';
import { isRegisterField, type RegisterValues } from '#app/domain/documents/template.ts';
import { guessLanguage } from '#app/domain/documents/text-measure.ts';
import { passagesInLeaf, type CommentPassage } from './reading/comment-passages.ts';
import { attributes, escapeHtml } from './reading/escape-html.ts';
import { writeInlines, type InlineObjects } from './reading/write-inlines.ts';
import { writeTable } from './reading/write-table.ts';

export type { CommentPassage } from './reading/comment-passages.ts';

/** The few words that the reading form adds to the text, in the reader's language. */
export type ReadingWords = {
  footnotes: string;
  /** Name of the link from the text to footnote `number`. */
  footnote: (number: number) => string;
  /** Name of the link from footnote `number` back to the text. */
  backToText: (number: number) => string;
  table: string;
  checked: string;
  unchecked: string;
  /** Stands where the register has no value yet. */
  valueUnknown: string;
};

export type ReadingInput = {
  tree: DocumentTree;
  registerValues: RegisterValues;
  passages: readonly CommentPassage[];
  /** Own size of each picture in pixels, by attachment id. */
  pictures: ReadonlyMap<string, { width: number; height: number }>;
  /** Where the browser finds an attachment. */
  picturePath: (attachmentId: string) => string;
  words: ReadingWords;
  /** Guidance to the author belongs to writing, not to reading. */
  guidance: 'shown' | 'left-out';
};

/**
 * Every leaf carries its index in `leafBlocks` as `data-leaf`; whatever is shown in it that is not
 * of its text (labels, links to comments, footnote marks, register values) carries `data-aside`.
 * The n-th heading has the id `heading-n`.
 */
export function treeToHtml(input: ReadingInput): string {
  const writer = new HtmlWriter(input);
  return writer.blocks(input.tree.blocks) + writer.footnotes();
}

/** The language that a block is read in, as an HTML `lang`; null where it has no letters. */
export function languageOfLeaf({ language, inlines }: LeafBlock): 'zh-CN' | 'en' | null {
  return htmlLanguage(language ?? guessLanguage(leafText(inlines)));
}

export function htmlLanguage(language: BlockLanguage | null): 'zh-CN' | 'en' | null {
  return language === 'zh' ? 'zh-CN' : language;
}

class HtmlWriter {
  readonly #input: ReadingInput;
  readonly #indexes: ReadonlyMap<LeafBlock, number>;
  readonly #headings: ReadonlyMap<Heading, { number: number; label: string }>;
  readonly #footnotes: string[] = [];
  readonly #objects: InlineObjects = {
    footnote: (text) => this.#footnoteMark(text),
    registerField: (field) => this.#registerValue(field),
  };

  constructor(input: ReadingInput) {
    this.#input = input;
    const leaves = leafBlocks(input.tree);
    this.#indexes = new Map(leaves.map((leaf, index) => [leaf, index]));
    const headings = leaves.filter((leaf) => leaf.type === 'heading');
    const labels = headingLabels(headings);
    this.#headings = new Map(
      headings.map((heading, index) => [
        heading,
        { number: index + 1, label: labels[index] ?? '' },
      ]),
    );
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  /** All footnotes that `blocks` met, numbered. */
  footnotes(): string {
    if (this.#footnotes.length === 0) return '';
    const { words } = this.#input;
    const items = this.#footnotes.map((text, index) => {
      const number = index + 1;
      const back = attributes({
        href: `#footnote-mark-${number}`,
        'aria-label': words.backToText(number),
      });
      const names = attributes({
        id: `footnote-${number}`,
        lang: htmlLanguage(guessLanguage(text)),
      });
      return `<li${names}>${escapeHtml(text)} <a${back}>↩</a></li>`;
    });
    const label = attributes({ class: 'doc-footnotes', 'aria-label': words.footnotes });
    return `<section${label}><ol>${items.join('')}</ol></section>`;
  }

  #block(block: Block): string {
    switch (block.type) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return this.#paragraph(block);
      case 'quote':
        return `<blockquote${this.#names(block, 'doc-quote')}>${this.#text(block)}</blockquote>`;
      case 'list':
        return this.#list(block);
      case 'table':
        return writeTable(block, {
          label: this.#input.words.table,
          blocks: (blocks) => this.blocks(blocks),
        });
      case 'image':
        return this.#image(block);
      case 'page-break':
        return '<hr class="doc-page-break">';
    }
  }

  #heading(heading: Heading): string {
    if (leafText(heading.inlines).trim() === '') return '';
    const { number, label } = this.#headings.get(heading) ?? { number: 0, label: '' };
    const tag = `h${heading.level + 1}`;
    const names = this.#names(heading, `doc-heading doc-heading-${heading.level}`);
    // Chinese labels end in a full-width mark and need no space after it.
    const gap = /[、）]$/.test(label) ? '' : ' ';
    const shown =
      label === '' ? '' : `<span class="doc-label" data-aside>${escapeHtml(label)}${gap}</span>`;
    return `<${tag} id="heading-${number}"${names}>${shown}${this.#text(heading)}</${tag}>`;
  }

  /** An empty paragraph is no text. */
  #paragraph(paragraph: Paragraph): string {
    const { alignment, indent, guidance, inlines } = paragraph;
    if (inlines.length === 0 || (guidance && this.#input.guidance === 'left-out')) return '';
    const aligned = alignment === 'start' ? '' : ` doc-align-${alignment}`;
    const style = indent > 0 ? ` style="padding-inline-start:${2 * Math.min(indent, 8)}em"` : '';
    const names = this.#names(paragraph, `doc-paragraph${aligned}`);
    const mark = guidance ? ' data-guidance="yes"' : '';
    return `<p${names}${mark}${style}>${this.#text(paragraph)}</p>`;
  }

  #list(list: List): string {
    const items = list.items.map((item) => this.#item(item, list.kind)).join('');
    if (list.kind === 'number') {
      const names = attributes({
        class: 'doc-list doc-list-number',
        start: list.start === 1 ? null : list.start,
      });
      return `<ol${names}>${items}</ol>`;
    }
    return `<ul class="doc-list doc-list-${list.kind}">${items}</ul>`;
  }

  #item(item: ListItem, kind: List['kind']): string {
    const nested = item.nested.map((list) => this.#list(list)).join('');
    if (item.inlines.length === 0 && nested !== '') {
      return `<li class="doc-list-nested">${nested}</li>`;
    }
    const box = kind === 'check' ? this.#checkBox(item) : '';
    const text = `<span${this.#names(item, 'doc-list-text')}>${this.#text(item)}</span>`;
    return `<li class="doc-list-item">${box}${text}${nested}</li>`;
  }

  #checkBox({ checked }: ListItem): string {
    const { words } = this.#input;
    const label = attributes({ 'aria-label': checked === true ? words.checked : words.unchecked });
    return `<span class="doc-check" role="img" data-aside${label}>${checked === true ? '☑' : '☐'}</span>`;
  }

  #image(image: Image): string {
    const own = this.#input.pictures.get(image.attachmentId);
    const width = image.width ?? own?.width ?? null;
    const names = attributes({
      src: this.#input.picturePath(image.attachmentId),
      alt: image.alternativeText,
      width: width === null ? null : Math.round(width),
      height:
        width === null || own === undefined
          ? null
          : Math.round((width * own.height) / Math.max(1, own.width)),
      loading: 'lazy',
      decoding: 'async',
    });
    return `<figure class="doc-image"><img${names}></figure>`;
  }

  #names(leaf: LeafBlock, className: string): string {
    return attributes({
      class: className,
      lang: languageOfLeaf(leaf),
      'data-leaf': this.#indexes.get(leaf) ?? null,
    });
  }

  #text(leaf: LeafBlock): string {
    const length = leafText(leaf.inlines).length;
    const passages = passagesInLeaf(this.#input.passages, this.#indexes.get(leaf) ?? -1, length);
    return writeInlines(leaf.inlines, passages, this.#objects);
  }

  #footnoteMark(text: string): string {
    const number = this.#footnotes.push(text);
    const link = attributes({
      id: `footnote-mark-${number}`,
      href: `#footnote-${number}`,
      'aria-label': this.#input.words.footnote(number),
    });
    return `<sup class="doc-note" data-aside><a${link}>${number}</a></sup>`;
  }

  #registerValue(field: string): string {
    const value = isRegisterField(field) ? this.#input.registerValues[field] : '';
    return value === ''
      ? `<span class="doc-unknown" data-aside>${escapeHtml(this.#input.words.valueUnknown)}</span>`
      : `<span class="doc-field" data-aside>${escapeHtml(value)}</span>`;
  }
}
