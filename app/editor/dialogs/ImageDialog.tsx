import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { $insertBlock } from '../insert-block.ts';
import { $createImageNode } from '../nodes/image-node.ts';
import { EditorDialog } from './EditorDialog.tsx';
import { IMAGE_TYPES, imageRefusal, uploadImage, type UploadRefusal } from './upload-image.ts';

type Props = {
  editor: LexicalEditor;
  documentId: string;
  /** A picture that was pasted or dropped; null lets the author choose one. */
  given: File | null;
  onClose(): void;
};

/** Takes a picture into the document and asks what it shows, for those who cannot see it. */
export function ImageDialog({ editor, documentId, given, onClose }: Props) {
  const t = useTranslate();
  const [file, setFile] = useState(given);
  const [alternativeText, setAlternativeText] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<UploadRefusal | null>(
    given === null ? null : imageRefusal(given),
  );

  async function insert(): Promise<void> {
    if (file === null || busy) return;
    setBusy(true);
    const uploaded = await uploadImage(documentId, file);
    setBusy(false);
    if (!uploaded.ok) return setRefusal(uploaded.refusal);
    editor.update(() => {
      const attachmentId = uploaded.value;
      $insertBlock($createImageNode({ attachmentId, alternativeText: alternativeText.trim() }));
    });
    onClose();
  }

  return (
    <EditorDialog
      title={t('editor.image.title')}
      action={t(busy ? 'editor.image.uploading' : 'editor.dialog.insert')}
      busy={busy}
      onSubmit={() => void insert()}
      onClose={onClose}
    >
      {given !== null ? (
        <p>{given.name}</p>
      ) : (
        <label>
          {t('editor.image.file')}
          <input
            type="file"
            required
            accept={IMAGE_TYPES.join(',')}
            onChange={(event) => {
              const chosen = event.target.files?.[0] ?? null;
              setFile(chosen);
              setRefusal(chosen === null ? null : imageRefusal(chosen));
            }}
          />
        </label>
      )}
      <label>
        {t('editor.image.alternativeText')}
        <input
          value={alternativeText}
          maxLength={1000}
          required
          onChange={(event) => setAlternativeText(event.target.value)}
        />
      </label>
      <p className="editor-hint">{t('editor.image.hint')}</p>
      <p className="editor-error" role="alert">
        {refusal === null ? '' : t(`editor.image.refused.${refusal.code}`)}
      </p>
    </EditorDialog>
  );
}
