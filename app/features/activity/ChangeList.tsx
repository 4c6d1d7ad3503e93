import {
  isBilingual,
  type EventChange,
  type EventValue,
} from '../../domain/activity/event-changes.ts';
import { inLocale, type Locale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import styles from './activity.module.css';
import { FIELD_WORDS, isFieldWord } from './field-words.ts';

/** The values that an event set, each with what it was before where that is known. */
export function ChangeList({ changes }: { changes: readonly EventChange[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const told = changes.filter(({ after, before }) => !isKey(after) && !isKey(before ?? null));
  if (told.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {told.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{isFieldWord(field) ? t(FIELD_WORDS[field]) : field}</dt>
          <dd>
            {before !== undefined && (
              <>
                <del>{shown(before, locale)}</del>
                <span aria-hidden> → </span>
              </>
            )}
            <ins>{shown(after, locale)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Keys of rows mean nothing to people. */
function isKey(value: EventValue): boolean {
  return typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value);
}

function shown(value: EventValue, locale: Locale): string {
  if (value === null || value === '') return '–';
  if (isBilingual(value)) return inLocale(value, locale);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
