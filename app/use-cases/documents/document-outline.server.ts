import { languageOfLeaf } from '#server/content/tree-to-html.ts';
import {
  leafBlocks,
  type DocumentTree,
  type Heading,
  type Inline,
} from '../../domain/documents/document-tree.ts';
import { headingLabels } from '../../domain/documents/heading-labels.ts';
import {
  sectionCompleteness,
  type Completeness,
} from '../../domain/documents/section-completeness.ts';
import {
  isRegisterField,
  type RegisterValues,
  type TemplateSection,
} from '../../domain/documents/template.ts';
import { sectionBlocksOf } from '../../domain/documents/tree-measure.ts';
import { inLocale, type Locale } from '../../domain/shared/locale.ts';
import type { OutlineLine } from './document-views.ts';

type Question = {
  tree: DocumentTree;
  registerValues: RegisterValues;
  locale: Locale;
  /** Sections of the template for who may write; empty for those who only read. */
  sections: readonly TemplateSection[];
};

/** The headings of the text, then the required sections that have lost theirs. */
export function documentOutline(question: Question): OutlineLine[] {
  const { tree, registerValues, sections, locale } = question;
  const headings = leafBlocks(tree).filter((leaf) => leaf.type === 'heading');
  const labels = headingLabels(headings);
  const states = sectionStates(sections, tree);
  const lines = headings.map((heading, index) => ({
    headingId: `heading-${index + 1}`,
    label: labels[index] ?? '',
    text: headingText(heading, registerValues),
    language: languageOfLeaf(heading),
    level: heading.level,
    completeness: states.get(heading.sectionKey ?? '') ?? null,
  }));
  const standing = new Set(headings.map(({ sectionKey }) => sectionKey));
  const missing = sections
    .filter(({ key, required }) => required && !standing.has(key))
    .map(({ title, level }) => ({
      headingId: null,
      label: '',
      text: inLocale(title, locale),
      language: null,
      level,
      completeness: 'missing' as const,
    }));
  return [...lines.filter(({ text }) => text !== ''), ...missing];
}

function sectionStates(
  sections: readonly TemplateSection[],
  tree: DocumentTree,
): Map<string, Completeness> {
  const states = sectionCompleteness(sections, sectionBlocksOf(tree));
  return new Map(sections.map(({ key }, index) => [key, states[index] ?? 'optional']));
}

function headingText(heading: Heading, registerValues: RegisterValues): string {
  const words = (inline: Inline): string => {
    switch (inline.type) {
      case 'text':
        return inline.text;
      case 'link':
        return inline.inlines.map(words).join('');
      case 'register-field':
        return isRegisterField(inline.field) ? registerValues[inline.field] : '';
      case 'line-break':
      case 'tab':
        return ' ';
      case 'footnote':
        return '';
    }
  };
  return heading.inlines.map(words).join('').trim();
}
