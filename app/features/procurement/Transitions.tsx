import { inLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { TransitionView } from '../../use-cases/procurement/procurement-views.ts';
import styles from './procurement.module.css';

/** Every move so far with who made it and why; the latest first. */
export function Transitions({ transitions }: { transitions: readonly TransitionView[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (transitions.length === 0) return null;
  return (
    <details>
      <summary>{t('procurement.history', { count: transitions.length })}</summary>
      <ol className={styles.history} reversed>
        {transitions.map((moved) => (
          <li key={moved.no}>
            <time dateTime={moved.occurredOn}>{formatDate(locale, moved.occurredOn)}</time>{' '}
            {t('procurement.moved', {
              from: t(`register.stage.${moved.from}`),
              to: t(`register.stage.${moved.to}`),
            })}{' '}
            <span className={styles.faint}>{inLocale(moved.actorName, locale)}</span>
            {moved.reason !== '' && <p>{moved.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
