import { useTranslate } from '#app/i18n/translate.tsx';
import { refusalGroup } from './close-meaning.ts';
import type { Connection } from './connect.ts';
import { CopyText } from './CopyText.tsx';
import type { SaveStatus } from './save-status.ts';
import { SignInLink } from './SignInLink.tsx';
import { StateNotice } from './StateNotice.tsx';

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
      return (
        <StateNotice words={t('editor.trouble.unstored')}>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </StateNotice>
      );
    case 'foreign':
      return (
        <StateNotice words={t('editor.trouble.foreign')}>
          <button type="button" onClick={() => window.location.reload()}>
            {t('editor.trouble.reload')}
          </button>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </StateNotice>
      );
    case 'blocked':
      return (
        <StateNotice words={t('editor.trouble.blocked')}>
          <a className="editor-trouble-link" href={blocksPath}>
            {t('editor.trouble.by-blocks')}
          </a>
        </StateNotice>
      );
    case 'signed-out':
      return (
        <StateNotice words={t('editor.trouble.signed-out')}>
          <SignInLink />
          <button type="button" onClick={connection.tryNow}>
            {t('editor.trouble.signed-in')}
          </button>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </StateNotice>
      );
    case 'forbidden':
      return (
        <StateNotice words={t('editor.trouble.forbidden')}>
          {status.unsaved > 0 && <CopyText text={textShown} />}
        </StateNotice>
      );
    case 'refused':
      return (
        <StateNotice words={t(`editor.refused.${refusalGroup(status.code)}`)}>
          <CopyText text={textShown} />
          <button type="button" onClick={() => void startAgain(connection)}>
            {t('editor.trouble.start-again')}
          </button>
        </StateNotice>
      );
  }
}

/** Without what was not taken: the page begins with the stored text. */
async function startAgain(connection: Connection): Promise<void> {
  await connection.giveUp();
  window.location.reload();
}
