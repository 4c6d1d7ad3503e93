import type { ReactNode } from 'react';
import { useTranslate } from '#app/i18n/translate.tsx';
import { refusalGroup } from './close-meaning.ts';
import type { Connection } from './connect.ts';
import { CopyText } from './CopyText.tsx';
import type { SaveStatus } from './save-status.ts';
import { SignInLink } from './SignInLink.tsx';

type Props = {
  status: SaveStatus;
  connection: Connection;
  /** The text as the screen shows it. */
  textShown(): string;
  /** Where blocks can be edited one by one. */
  blocksPath: string;
};

/** Under the badge: what has happened, what becomes of one's words, and what to do. */
export function TroubleNotice({ status, connection, textShown, blocksPath }: Props) {
  const t = useTranslate();
  switch (status.kind) {
    case 'saved':
    case 'saving':
    case 'offline':
    case 'late':
      return null;
    case 'unstored':
      return <Notice words={t('editor.trouble.unstored')} />;
    case 'foreign':
      return <Notice words={t('editor.trouble.foreign')} />;
    case 'blocked':
      return (
        <Notice words={t('editor.trouble.blocked')}>
          <a className="editor-trouble-link" href={blocksPath}>
            {t('editor.trouble.by-blocks')}
          </a>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice words={t('editor.trouble.signed-out')}>
          <SignInLink />
          <button type="button" onClick={connection.tryNow}>
            {t('editor.trouble.signed-in')}
          </button>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </Notice>
      );
    case 'forbidden':
      return (
        <Notice words={t('editor.trouble.forbidden')}>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </Notice>
      );
    case 'refused':
      return (
        <Notice words={t(`editor.refused.${refusalGroup(status.code)}`)}>
          <CopyText text={textShown} />
          <button type="button" onClick={() => void startAgain(connection)}>
            {t('editor.trouble.start-again')}
          </button>
        </Notice>
      );
  }
}

/** What stood on the screen and nowhere else, after the screen was drawn anew. */
export function GapNotice({ words, onDone }: { words: readonly string[]; onDone(): void }) {
  const t = useTranslate();
  if (words.length === 0) return null;
  return (
    <Notice words={t('editor.trouble.gap')}>
      <CopyText text={() => words.join('\n\n')} />
      <button type="button" onClick={onDone}>
        {t('editor.trouble.done')}
      </button>
    </Notice>
  );
}

function Notice({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="editor-trouble" role="alert">
      <p>{words}</p>
      {children !== undefined && <div className="editor-trouble-acts">{children}</div>}
    </div>
  );
}

/** Without what was not taken: the page begins with the stored text. */
async function startAgain(connection: Connection): Promise<void> {
  await connection.giveUp();
  window.location.reload();
}
