import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ReviewCard } from '../../use-cases/review/review-card-views.ts';
import { PostNotice } from './PostNotice.tsx';
import styles from './review.module.css';
import { useReviewForm } from './use-review-form.ts';

type Props = {
  card: ReviewCard;
  /** Page to come back to when there are no scripts. */
  backTo: string;
  onChanged: () => void;
};

/** What the reader may do with a comment: accept its wording, close it, reply. */
export function ThreadActs({ card, backTo, onChanged }: Props) {
  const { id, mayAccept, mayClose, mayReply } = card;
  const accept = useReviewForm({
    path: `/threads/${id}/acceptance`,
    bodyOf: () => ({}),
    onDone: onChanged,
  });
  const close = useReviewForm({
    path: `/threads/${id}/closure`,
    bodyOf: () => ({}),
    onDone: onChanged,
  });
  return (
    <>
      <PostNotice refusal={accept.refusal ?? close.refusal} />
      <div className={styles.acts}>
        {mayAccept && <Act act="accept" form={accept} card={card} backTo={backTo} />}
        {mayClose && <Act act="close" form={close} card={card} backTo={backTo} />}
        {mayReply && <Reply card={card} backTo={backTo} onChanged={onChanged} />}
      </div>
    </>
  );
}

type ActProps = {
  act: 'accept' | 'close';
  form: ReturnType<typeof useReviewForm>;
  card: ReviewCard;
  backTo: string;
};

function Act({ act, form, card, backTo }: ActProps) {
  const t = useTranslate();
  return (
    <form {...form.form}>
      <BackTo card={card} backTo={backTo} />
      <Button
        type="submit"
        look={act === 'accept' ? 'primary' : 'plain'}
        disabled={form.isSending}
        aria-label={t(`review.${act}.of`, { number: card.number })}
      >
        {t(`review.${act}`)}
      </Button>
    </form>
  );
}

function Reply({ card, backTo, onChanged }: Props) {
  const t = useTranslate();
  const { form, isSending, refusal } = useReviewForm({
    path: `/threads/${card.id}/replies`,
    bodyOf: (fields) => ({ body: fields.get('body') }),
    onDone: onChanged,
  });
  return (
    <details className={styles.reply}>
      <summary>{t('review.reply.open')}</summary>
      <form {...form}>
        <PostNotice refusal={refusal} />
        <BackTo card={card} backTo={backTo} />
        <textarea
          name="body"
          rows={3}
          required
          maxLength={20_000}
          className={styles.control}
          aria-label={t('review.reply.body', { number: card.number })}
        />
        <Button type="submit" disabled={isSending}>
          {t(isSending ? 'review.new.sending' : 'review.reply.send')}
        </Button>
      </form>
    </details>
  );
}

function BackTo({ card, backTo }: Pick<Props, 'card' | 'backTo'>) {
  return <input type="hidden" name="back" value={`${backTo}#thread-${card.number}`} />;
}
