import type { MouseEvent } from 'react';
import type { ThreadState } from '../../domain/review/thread.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import type { ReviewCard } from '../../use-cases/review/review-card-views.ts';
import styles from './review.module.css';
import { SuggestedWording } from './SuggestedWording.tsx';
import { ThreadActs } from './ThreadActs.tsx';

type Props = {
  card: ReviewCard;
  isActive: boolean;
  backTo: string;
  onSelect: (number: number) => void;
  onChanged: () => void;
};

/** One comment with all that follows it. A settled one is folded to its head. */
export function ThreadCard(props: Props) {
  const t = useTranslate();
  const { card, isActive, onSelect } = props;
  const { number, state } = card;
  return (
    <li
      id={`thread-${number}`}
      className={styles.card}
      data-active={isActive || undefined}
      data-state={state}
      tabIndex={-1}
      onFocus={() => onSelect(number)}
    >
      <Head {...props} />
      {state === 'OPEN' ? (
        <Body {...props} />
      ) : (
        <details open={isActive || undefined}>
          <summary>{t('review.card.more', { number })}</summary>
          <Body {...props} />
        </details>
      )}
    </li>
  );
}

function Head({ card, onSelect }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { number, type, state, author, standing, visibility } = card;
  function show(event: MouseEvent) {
    event.stopPropagation();
    onSelect(number);
  }
  return (
    <div className={styles.head}>
      <span className={styles.who}>
        {standing === 'gone' ? (
          <b>#{number}</b>
        ) : (
          <a
            href={`#passage-${number}`}
            onClick={show}
            aria-label={t('review.card.to-text', { number })}
          >
            #{number}
          </a>
        )}{' '}
        <b>{inLocale(author.name, locale)}</b>{' '}
        <span className={styles.quiet}>{inLocale(author.organisation, locale)}</span>
      </span>
      <span className={styles.chips}>
        <Chip>{t(`review.type.${type}`)}</Chip>
        {visibility === 'INSTITUTION' && (
          <Chip tone="violet">
            {t('review.card.private', { organisation: inLocale(author.organisation, locale) })}
          </Chip>
        )}
        <Chip tone={STATE_TONES[state]}>{t(`review.state.${state}`)}</Chip>
      </span>
    </div>
  );
}

function Body({ card, backTo, onChanged }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const [comment, ...replies] = card.messages;
  return (
    <>
      {card.standing === 'gone' && card.state !== 'ACCEPTED' && (
        <>
          <p className={styles.gone}>{t('review.card.gone.about')}</p>
          <blockquote className={styles.quote}>{card.quote}</blockquote>
        </>
      )}
      {comment !== undefined && comment.body !== '' && (
        <p className={styles.words}>{comment.body}</p>
      )}
      {card.wording !== null && <SuggestedWording parts={card.wording} />}
      <p className={styles.when}>
        <time dateTime={card.createdAt}>{formatDateTime(locale, card.createdAt)}</time>
      </p>
      {replies.length > 0 && (
        <ol className={styles.replies}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <p className={styles.when}>
                <b>{inLocale(reply.authorName, locale)}</b>{' '}
                <time dateTime={reply.createdAt}>{formatDateTime(locale, reply.createdAt)}</time>
              </p>
              <p className={styles.words}>{reply.body}</p>
            </li>
          ))}
        </ol>
      )}
      <ThreadActs card={card} backTo={backTo} onChanged={onChanged} />
    </>
  );
}

const STATE_TONES: Record<ThreadState, Tone> = { OPEN: 'warn', ACCEPTED: 'ok', CLOSED: 'neutral' };
