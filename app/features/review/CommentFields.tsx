import type { QuoteAnchor, ThreadType } from '../../domain/review/thread.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './review.module.css';

type Props = {
  /** Words that were chosen in the text; null asks for them. */
  anchor: QuoteAnchor | null;
  organisation: string;
  types: readonly ThreadType[];
  /** What was typed before a refusal. */
  typed?: Readonly<Record<string, string>>;
};

/** The fields of a comment. They keep their own values, so that a refusal loses nothing. */
export function CommentFields({ anchor, organisation, types, typed = {} }: Props) {
  const t = useTranslate();
  return (
    <>
      {anchor === null ? (
        <Field label={t('review.new.quote')} hint={t('review.new.quote.hint')}>
          {(control) => (
            <textarea {...control} name="quote" rows={3} required defaultValue={typed.quote} />
          )}
        </Field>
      ) : (
        <>
          <blockquote className={styles.quote} aria-label={t('review.card.quote')}>
            {anchor.quote}
          </blockquote>
          <input type="hidden" name="quote" value={anchor.quote} />
          <input type="hidden" name="prefix" value={anchor.prefix} />
          <input type="hidden" name="suffix" value={anchor.suffix} />
        </>
      )}
      <fieldset className={styles.types}>
        <legend className="visually-hidden">{t('review.new.type')}</legend>
        {types.map((type) => (
          <label key={type}>
            <input
              type="radio"
              name="type"
              value={type}
              defaultChecked={type === (typed.type ?? 'CHANGE')}
            />
            {t(`review.type.${type}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('review.new.body')}>
        {(control) => (
          <textarea
            {...control}
            name="body"
            rows={3}
            maxLength={20_000}
            defaultValue={typed.body}
          />
        )}
      </Field>
      <Field
        label={t('review.new.suggestion')}
        hint={t(
          anchor === null ? 'review.new.suggestion.hint-empty' : 'review.new.suggestion.hint',
        )}
      >
        {(control) => (
          <textarea
            {...control}
            key={anchor?.quote}
            name="suggestedText"
            rows={4}
            maxLength={20_000}
            defaultValue={anchor?.quote ?? typed.suggestedText}
          />
        )}
      </Field>
      <label className={styles.private}>
        <input
          type="checkbox"
          name="visibility"
          value="INSTITUTION"
          defaultChecked={typed.visibility === 'INSTITUTION'}
        />
        {t('review.new.private', { organisation })}
      </label>
    </>
  );
}
