import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';

type Props = {
  title: string;
  /** The word on the button that carries it out; null where choosing in the dialog is the act. */
  action: string | null;
  /** Extra buttons left of the two standard ones. */
  extra?: ReactNode;
  busy?: boolean;
  onSubmit?(): void;
  onClose(): void;
  children: ReactNode;
};

/** A modal question about the text: Esc or Cancel leaves the text as it was. */
export function EditorDialog({ title, action, extra, busy, onSubmit, onClose, children }: Props) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSubmit?.();
  }

  return (
    <dialog
      ref={dialog}
      className="editor-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submit}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <div className="editor-dialog-actions">
          {extra}
          <button type="button" onClick={onClose}>
            {t('editor.dialog.cancel')}
          </button>
          {action !== null && (
            <button type="submit" className="editor-primary" disabled={busy === true}>
              {action}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
