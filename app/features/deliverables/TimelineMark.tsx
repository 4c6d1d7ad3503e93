import { useLocale } from '../../i18n/translate.tsx';
import { formatDate } from '../../i18n/format.ts';
import type { TimelineMarkView } from '../../use-cases/register/timeline-views.ts';
import styles from './timeline.module.css';
import { useMarkWords } from './use-mark-words.ts';

type Props = { mark: TimelineMarkView; from: number; until: number };

/** One date of a contract: a bar for a period, else a shape of its own for each kind. */
export function TimelineMark({ mark, from, until }: Props) {
  const locale = useLocale();
  const words = useMarkWords()(mark);
  const title = <title>{`${words}: ${formatDate(locale, mark.on)}`}</title>;
  const look = mark.isDone ? styles.done : styles.open;
  switch (mark.kind) {
    case 'PERIOD':
      return (
        <rect
          className={styles.period}
          x={from}
          y={-4}
          width={Math.max(2, until - from)}
          height={8}
          rx={2}
        >
          {title}
        </rect>
      );
    case 'DELIVERABLE':
      return (
        <path className={`${styles.deliverable} ${look}`} d={`M${from} -6l6 6-6 6-6-6z`}>
          {title}
        </path>
      );
    case 'MILESTONE':
      return (
        <path className={`${styles.milestone} ${look}`} d={`M${from} -6l6 11h-12z`}>
          {title}
        </path>
      );
    case 'PLANNED':
    case 'REACHED':
      return (
        <circle className={`${styles.stage} ${look}`} cx={from} cy={0} r={4}>
          {title}
        </circle>
      );
  }
}
