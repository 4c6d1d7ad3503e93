import type { LexicalEditor } from 'lexical';
import { NUMBERING_STYLES } from '#app/domain/documents/heading-labels.ts';
import { useTranslate } from '#app/i18n/translate.tsx';
import {
  $numberAllHeadings,
  $setSelectionLanguage,
  $turnSelectionInto,
  BLOCK_TYPES,
} from '../block-actions.ts';
import { ToolbarSelect } from './ToolbarSelect.tsx';
import type { ToolbarState } from './use-toolbar-state.ts';

type Props = { editor: LexicalEditor; state: ToolbarState };

/** Kind and language of the selected blocks, and the numbering of all headings. */
export function BlockControls({ editor, state }: Props) {
  const t = useTranslate();
  return (
    <>
      <ToolbarSelect
        name={t('editor.toolbar.blockType')}
        value={state.blockType ?? ''}
        options={BLOCK_TYPES.map((value) => ({ value, label: t(`editor.insert.${value}`) }))}
        onChoose={(type) => editor.update(() => $turnSelectionInto(type))}
      />
      <ToolbarSelect
        name={t('editor.toolbar.numbering')}
        value={state.numbering}
        options={NUMBERING_STYLES.map((value) => ({
          value,
          label: t(`editor.numbering.${value}`),
        }))}
        onChoose={(style) => editor.update(() => $numberAllHeadings(style))}
      />
      <ToolbarSelect
        name={t('editor.toolbar.language')}
        value={state.language ?? 'auto'}
        options={LANGUAGES.map((value) => ({ value, label: t(`editor.language.${value}`) }))}
        onChoose={(choice) =>
          editor.update(() => $setSelectionLanguage(choice === 'auto' ? null : choice))
        }
      />
    </>
  );
}

const LANGUAGES = ['auto', 'zh', 'en'] as const;
