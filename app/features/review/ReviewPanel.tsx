import { useTranslate } from '../../i18n/translate.tsx';
import type { ReviewCard } from '../../use-cases/review/review-card-views.ts';
import { NewComment, type Draft } from './NewComment.tsx';
import styles from './review.module.css';
import { ThreadCard } from './ThreadCard.tsx';

type Props = {
  documentId: string;
  /** What single keys do on this page. */
  keys: 'move' | 'move-and-comment';
  cards: readonly ReviewCard[];
  /** Name of the commenter's organisation; null for who may not comment. */
  organisation: string | null;
  /** Page to come back to when there are no scripts. */
  backTo: string;
  active: number | null;
  draft: Draft | null;
  onSelect: (number: number) => void;
  onDraftEnd: () => void;
  /** @param number the comment to go to. */
  onChanged: (number: number) => void;
};

/** All comments of a document beside its text, in the order of the text. */
export function ReviewPanel(props: Props) {
  const t = useTranslate();
  const { cards, keys, organisation, backTo, active, draft, onSelect, onChanged } = props;
  const open = cards.filter(({ state }) => state === 'OPEN').length;
  return (
    <aside id="review" className={styles.panel} aria-label={t('review.title')}>
      <div className={styles.title}>
        <h2>
          {t('review.title')} <span>{t('review.count', { count: open })}</span>
        </h2>
        <span className={styles.keys}>
          {t(keys === 'move' ? 'review.keys.read' : 'review.keys')}
        </span>
      </div>
      {organisation !== null && (
        <NewComment
          documentId={props.documentId}
          organisation={organisation}
          draft={draft}
          onClose={props.onDraftEnd}
          onSent={onChanged}
        />
      )}
      {cards.length === 0 ? (
        <p className={styles.none}>
          {t('review.empty')} {organisation !== null && t('review.empty.hint')}
        </p>
      ) : (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <ThreadCard
              key={card.id}
              card={card}
              isActive={card.number === active}
              backTo={backTo}
              onSelect={onSelect}
              onChanged={() => onChanged(card.number)}
            />
          ))}
        </ul>
      )}
    </aside>
  );
}
