import { Fragment } from 'react';
import type { WordingPart } from '../../domain/review/wording-diff.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import styles from './review.module.css';

/** Suggested wording against the quote. Listeners hear what goes and what comes. */
export function SuggestedWording({ parts }: { parts: readonly WordingPart[] }) {
  const t = useTranslate();
  return (
    <p className={styles.wording} aria-label={t('review.card.wording')} role="group">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part.kind === 'same' && part.text}
          {part.kind === 'removed' && (
            <del>
              <span className="visually-hidden">{t('review.wording.removed')} </span>
              {part.text}
            </del>
          )}
          {part.kind === 'added' && (
            <ins>
              <span className="visually-hidden">{t('review.wording.added')} </span>
              {part.text}
            </ins>
          )}
        </Fragment>
      ))}
    </p>
  );
}
