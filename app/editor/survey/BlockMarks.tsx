import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { guessLanguage } from '#app/domain/documents/text-measure.ts';
import type { RegisterValues } from '#app/domain/documents/template.ts';
import { isRegisterField } from '#app/domain/documents/template.ts';
import { labelsByKey } from './heading-labels-by-key.ts';
import type { Survey } from './survey-document.ts';

type Props = { editor: LexicalEditor; survey: Survey; registerValues: RegisterValues };

/**
 * Writes on the elements what is computed and never stored: heading labels, language of each
 * block, guidance, present values of register fields. Attributes only, which Lexical leaves alone.
 */
export function BlockMarks({ editor, survey, registerValues }: Props) {
  useEffect(() => {
    const labels = labelsByKey(survey);
    for (const block of survey.blocks) {
      const element = editor.getElementByKey(block.key);
      if (element === null) continue;
      const language = block.language ?? guessLanguage(block.text);
      mark(element, 'lang', language === null ? null : LANGUAGE_TAGS[language]);
      mark(element, 'data-label', withGap(labels.get(block.key) ?? null));
      mark(element, 'data-guidance', block.guidance ? 'yes' : null);
    }
  }, [editor, survey]);

  useEffect(() => {
    for (const element of fieldElements(editor)) {
      const field = element.dataset['field'] ?? '';
      const value = isRegisterField(field) ? registerValues[field] : '';
      const shown = value === '' ? `{${field}}` : value;
      if (element.textContent !== shown) element.textContent = shown;
    }
  }, [editor, survey, registerValues]);

  return null;
}

/** Chinese numbers end in a full-width sign that already stands apart from the text. */
function withGap(label: string | null): string | null {
  return label !== null && /\w$/.test(label) ? `${label}\u2002` : label;
}

function mark(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function fieldElements(editor: LexicalEditor): Iterable<HTMLElement> {
  return editor.getRootElement()?.querySelectorAll<HTMLElement>('[data-field]') ?? [];
}

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;
