import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { BoardLineView, DueView } from '../../use-cases/register/board-views.ts';
import styles from './BoardScreen.module.css';
import { DeliverableDue } from './DeliverableDue.tsx';

type Props = { lines: readonly BoardLineView[]; today: string; empty: string };

/** The next deliverable of each assignment, with the reason where one was returned. */
export function DeliverableLines({ lines, today, empty }: Props) {
  if (lines.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <ul className={styles.lines}>
      {lines.map(({ code, next }) => (
        <li key={code}>
          <Line code={code} deliverable={next} today={today} />
        </li>
      ))}
    </ul>
  );
}

function Line({ code, deliverable, today }: { code: string; deliverable: DueView; today: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <span className={styles.what}>
        <span>
          <Link to={`/assignments/${code}`}>{code}</Link> {inLocale(deliverable.title, locale)}{' '}
          {deliverable.state === 'RETURNED' && (
            <Chip tone="warn">{t('register.deliverable-state.RETURNED')}</Chip>
          )}
        </span>
        <DeliverableDue deliverable={deliverable} today={today} />
      </span>
      {deliverable.returnReason !== null && deliverable.returnReason !== '' && (
        <span className={styles.reason}>{deliverable.returnReason}</span>
      )}
    </>
  );
}
