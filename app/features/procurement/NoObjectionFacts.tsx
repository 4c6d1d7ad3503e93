import { inLocale } from '../../domain/shared/locale.ts';
import type { NoObjectionState } from '../../domain/procurement/no-objection.ts';
import { formatDate, formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import type { NoObjectionView } from '../../use-cases/procurement/procurement-views.ts';
import styles from './procurement.module.css';

/** One request: subject, version, state, clock, and what the Bank wrote. */
export function NoObjectionFacts({ asked }: { asked: NoObjectionView }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <div className={styles.what}>
      <b>{`${asked.no}. ${t(`procurement.subject.${asked.subject}`)}`}</b>{' '}
      <Chip tone={TONES[asked.state]}>{t(`procurement.no-objection-state.${asked.state}`)}</Chip>
      <p>
        <a href={`/documents/${asked.document.id}/versions?no=${asked.versionNo}`}>
          {t('procurement.version-of', { no: asked.versionNo, title: asked.document.title })}
        </a>
      </p>
      {asked.state === 'VOID' && (
        <p>{t('procurement.void', { asked: asked.versionNo, latest: asked.latestVersionNo })}</p>
      )}
      <p className={styles.faint}>
        {t('procurement.asked-by', {
          person: inLocale(asked.requestedBy, locale),
          at: formatDateTime(locale, asked.requestedAt),
        })}
        {asked.note !== '' && ` · ${asked.note}`}
      </p>
      {asked.daysLeft !== null && asked.dueOn !== null && (
        <p className={styles.faint}>
          {t('procurement.answer-due', { date: formatDate(locale, asked.dueOn) })}{' '}
          {asked.daysLeft < 0
            ? t('procurement.working-days-late', { count: -asked.daysLeft })
            : t('procurement.working-days-left', { count: asked.daysLeft })}
        </p>
      )}
      {asked.decision !== null && (
        <>
          <p className={styles.faint}>
            {t(`procurement.decision.${asked.decision.decision}`)}
            {' · '}
            {inLocale(asked.decision.decidedBy, locale)}
            {' · '}
            {formatDateTime(locale, asked.decision.decidedAt)}
          </p>
          {asked.decision.comments !== '' && <p>{asked.decision.comments}</p>}
        </>
      )}
    </div>
  );
}

const TONES: Record<NoObjectionState, Tone> = {
  PENDING: 'warn',
  GRANTED: 'ok',
  COMMENTS: 'violet',
  REFUSED: 'danger',
  VOID: 'danger',
};
