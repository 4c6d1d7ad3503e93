import { OBJECT_CHARACTER, type Inline, type Mark } from '#app/domain/documents/document-tree.ts';
import { safeHref } from '#app/editor/content/safe-href.ts';
import { markPassages, passageLink, type LeafPassage } from './comment-passages.ts';
import { attributes, escapeHtml } from './escape-html.ts';

/** What stands in a leaf in place of characters of its own. */
export type InlineObjects = {
  /** The mark of a new footnote. */
  footnote: (text: string) => string;
  registerField: (field: string) => string;
};

/** The inlines of one leaf as HTML, with its comment passages drawn in. */
export function writeInlines(
  inlines: readonly Inline[],
  passages: readonly LeafPassage[],
  objects: InlineObjects,
): string {
  return new LeafWriter(passages, objects).write(inlines);
}

class LeafWriter {
  readonly #passages: readonly LeafPassage[];
  readonly #objects: InlineObjects;
  readonly #linked = new Set<LeafPassage>();
  #offset = 0;
  /** Links that must wait for the end of the link around them; null outside a link. */
  #held: string[] | null = null;

  constructor(passages: readonly LeafPassage[], objects: InlineObjects) {
    this.#passages = passages;
    this.#objects = objects;
  }

  write(inlines: readonly Inline[]): string {
    const html = inlines.map((inline) => this.#inline(inline)).join('');
    return html + this.#linksUpTo(Infinity);
  }

  #inline(inline: Inline): string {
    switch (inline.type) {
      case 'text':
        return this.#text(inline.text, inline.marks);
      case 'link':
        return this.#link(inline.href, inline.inlines);
      case 'footnote':
        return this.#atom(OBJECT_CHARACTER, this.#outsideLink(this.#objects.footnote(inline.text)));
      case 'register-field':
        return this.#atom(OBJECT_CHARACTER, this.#objects.registerField(inline.field));
      case 'line-break':
        return this.#atom('\n', '<br>');
      case 'tab':
        return this.#atom('\t', '\u2003');
    }
  }

  /** Cuts the text wherever a passage begins or ends. */
  #text(text: string, marks: readonly Mark[]): string {
    const start = this.#offset;
    const edges = this.#passages
      .flatMap(({ from, to }) => [from - start, to - start])
      .filter((edge) => edge > 0 && edge < text.length);
    const cuts = [...new Set([0, ...edges, text.length])].sort((left, right) => left - right);
    return cuts
      .slice(1)
      .map((cut, index) => {
        const piece = text.slice(cuts[index], cut);
        return this.#atom(piece, formatted(escapeHtml(piece), marks));
      })
      .join('');
  }

  #atom(characters: string, html: string): string {
    const from = this.#offset;
    this.#offset += characters.length;
    const marked = markPassages(html, this.#passages, { from, to: this.#offset });
    return marked + this.#linksUpTo(this.#offset);
  }

  #link(href: string, inlines: readonly Inline[]): string {
    const address = safeHref(href);
    if (address === null) return inlines.map((inline) => this.#inline(inline)).join('');
    const outer = this.#held;
    const held: string[] = [];
    this.#held = held;
    const text = inlines.map((inline) => this.#inline(inline)).join('');
    this.#held = outer;
    const names = attributes({ class: 'doc-link', href: address, rel: 'noopener noreferrer' });
    return `<a${names}>${text}</a>${this.#outsideLink(held.join(''))}`;
  }

  /** Links to the passages that have ended by `offset`. */
  #linksUpTo(offset: number): string {
    const ended = this.#passages.filter(
      (one) => one.endsHere && one.to <= offset && !this.#linked.has(one),
    );
    for (const one of ended) this.#linked.add(one);
    return this.#outsideLink(ended.map(({ passage }) => passageLink(passage)).join(''));
  }

  /** A link cannot stand inside another one. */
  #outsideLink(html: string): string {
    if (this.#held === null) return html;
    this.#held.push(html);
    return '';
  }
}

function formatted(html: string, marks: readonly Mark[]): string {
  return marks.reduce((inner, mark) => {
    const tag = TAGS[mark];
    return `<${tag}>${inner}</${tag}>`;
  }, html);
}

const TAGS: Record<Mark, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};
