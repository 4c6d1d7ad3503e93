import { $insertNodes, type LexicalEditor } from 'lexical';
import {
  REGISTER_FIELDS,
  type RegisterField,
  type RegisterValues,
} from '#app/domain/documents/template.ts';
import { useTranslate } from '#app/i18n/translate.tsx';
import { $createRegisterFieldNode } from '../nodes/register-field-node.ts';
import { EditorDialog } from './EditorDialog.tsx';

type Props = { editor: LexicalEditor; registerValues: RegisterValues; onClose(): void };

/** The values of the register that can be bound into the text, each with its present value. */
export function FieldDialog({ editor, registerValues, onClose }: Props) {
  const t = useTranslate();

  function insert(field: RegisterField): void {
    editor.update(() => $insertNodes([$createRegisterFieldNode(field)]));
    onClose();
  }

  return (
    <EditorDialog title={t('editor.field.title')} action={null} onClose={onClose}>
      <p className="editor-hint">{t('editor.field.hint')}</p>
      <ul className="editor-fields">
        {REGISTER_FIELDS.map((field) => (
          <li key={field}>
            <button type="button" onClick={() => insert(field)}>
              <span>{t(`editor.field.${field}`)}</span>
              <span className="editor-field-value">
                {registerValues[field] === '' ? t('editor.field.unknown') : registerValues[field]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </EditorDialog>
  );
}
