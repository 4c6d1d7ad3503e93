import { THREAD_TYPES } from '../../domain/review/thread.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import { CommentFields } from './CommentFields.tsx';
import styles from './review.module.css';

export type Refused = { code: RefusalCode; submitted: Readonly<Record<string, string>> } | null;

type Props = {
  outcome: Refused;
  /** What can be sent again from here; an act without words cannot. */
  form: { kind: 'comment'; organisation: string } | { kind: 'reply' } | { kind: 'act' };
  backTo: string;
};

/** What somebody without scripts sees when something was refused: why, and the words to mend. */
export function RefusedScreen({ outcome, form, backTo }: Props) {
  const t = useTranslate();
  const typed = outcome?.submitted ?? {};
  return (
    <>
      <RecordHeader
        title={t(form.kind === 'act' ? 'review.refused.act' : 'review.refused.title')}
      />
      <div className={styles.refused}>
        {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
        {form.kind !== 'act' && (
          <form method="post">
            <p>{t('review.refused.lead')}</p>
            {form.kind === 'comment' ? (
              <CommentFields
                anchor={null}
                organisation={form.organisation}
                types={THREAD_TYPES}
                typed={typed}
              />
            ) : (
              <>
                <input type="hidden" name="back" value={backTo} />
                <textarea
                  name="body"
                  rows={8}
                  required
                  className={styles.control}
                  aria-label={t('review.reply.open')}
                  defaultValue={typed.body}
                />
              </>
            )}
            <div className={styles.acts}>
              <Button type="submit" look="primary">
                {t(form.kind === 'comment' ? 'review.new.send' : 'review.reply.send')}
              </Button>
            </div>
          </form>
        )}
        <div className={styles.acts}>
          <ButtonLink to={backTo} look="quiet" reloadDocument>
            {t('review.refused.back')}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
