import { LINK_RELATIONS } from '../../domain/models/model.ts';
import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RecordView, TargetView } from '../../use-cases/models/model-views.ts';
import form from '../register/form.module.css';
import styles from './models.module.css';

type Props = {
  records: readonly RecordView[];
  targets: readonly TargetView[];
  /** What was asked by the address. */
  asked: { record: string; words: string };
  refusal: RefusalCode | null;
};

/** First the record and the words to look for; then what was found, to choose from. No script needed. */
export function LinkPicker({ records, targets, asked, refusal }: Props) {
  const t = useTranslate();
  return (
    <div className={styles.picker}>
      <SearchForm records={records} asked={asked} />
      {refusal !== null && <Notice tone="danger">{t(`refusals.${refusal}`)}</Notice>}
      {asked.words !== '' && targets.length === 0 && (
        <p role="status">{t('models.picker.nothing', { words: asked.words })}</p>
      )}
      {targets.length > 0 && <ChoiceForm targets={targets} record={asked.record} />}
    </div>
  );
}

function SearchForm({ records, asked }: Pick<Props, 'records' | 'asked'>) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Form method="get" className={styles.search} role="search">
      <Field label={t('models.picker.record')}>
        {(control) => (
          <select {...control} name="record" defaultValue={asked.record}>
            {records.map((record) => (
              <option key={record.reference} value={record.reference}>
                {`${t(`models.record.${record.type}`)}: ${inLocale(record.label, locale)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('models.picker.words')}>
        {(control) => (
          <input
            {...control}
            type="search"
            name="q"
            defaultValue={asked.words}
            maxLength={100}
            required
          />
        )}
      </Field>
      <Button type="submit">{t('models.picker.find')}</Button>
    </Form>
  );
}

function ChoiceForm({ targets, record }: { targets: Props['targets']; record: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  return (
    <Form method="post" className={styles.choice}>
      <input type="hidden" name="act" value="link" />
      <input type="hidden" name="record" value={record} />
      <fieldset className={form.choices}>
        <legend className="visually-hidden">{t('models.picker.choose')}</legend>
        {targets.map((target) => (
          <label key={target.reference} className={form.choice}>
            <input type="radio" name="target" value={target.reference} required />
            <b>{inLocale(target.title, locale)}</b>
            <small>
              {`${t(`models.model.${target.model}`)} · ${
                target.kind === null ? t('models.instance') : t(`models.kind.${target.kind}`)
              } · ${inOtherLocale(target.title, locale)}`}
            </small>
          </label>
        ))}
      </fieldset>
      <Field label={t('models.column.relation')}>
        {(control) => (
          <select {...control} name="relation" defaultValue="COVERS">
            {LINK_RELATIONS.map((relation) => (
              <option key={relation} value={relation}>
                {t(`models.relation.${relation}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" look="primary" disabled={isSaving}>
        {t('models.picker.link')}
      </Button>
    </Form>
  );
}
