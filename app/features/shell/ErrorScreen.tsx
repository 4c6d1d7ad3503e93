import { isRouteErrorResponse, Link, useRouteError } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ErrorScreen.module.css';

/**
 * What a person sees when a page cannot be shown, with a way back. What does not exist and what is
 * not theirs look the same.
 */
export function ErrorScreen() {
  const t = useTranslate();
  const kind = errorKind(useRouteError());
  const reason = {
    404: t('refusals.not-found'),
    403: t('refusals.not-allowed'),
    500: t('refusals.server.fault'),
    offline: t('shell.error.offline'),
  }[kind];
  return (
    <div className={styles.page}>
      <Icon name="mark" />
      <h1>{t(`shell.error.${kind}.title`)}</h1>
      <p>{reason}</p>
      <Link to="/" reloadDocument className={buttonLook('primary')}>
        {t('shell.back-to-board')}
      </Link>
    </div>
  );
}

function errorKind(error: unknown): 404 | 403 | 500 | 'offline' {
  if (isRouteErrorResponse(error)) {
    return error.status === 403 ? 403 : error.status < 500 ? 404 : 500;
  }
  return error instanceof TypeError && error.message.includes('fetch') ? 'offline' : 500;
}
