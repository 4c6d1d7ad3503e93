import type { RefusalCode } from '../../domain/shared/refusal-code.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { AssignmentView, ComponentView } from '../../use-cases/register/assignment-views.ts';
import styles from './form.module.css';

export type FormOutcome = {
  code: RefusalCode;
  fields: Readonly<Record<string, RefusalCode>>;
  submitted: Readonly<Record<string, string>>;
} | null;

type Props = {
  assignment: AssignmentView;
  components: readonly ComponentView[];
  outcome: FormOutcome;
};

/** Title and component of an assignment, which the public record does not name. */
export function FactsScreen({ assignment, components, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  const { code, title, component } = assignment;
  const reason = (field: string) => {
    const refusal = outcome?.fields[field];
    return refusal && t(`refusals.${refusal}`);
  };
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: '/assignments', label: t('shell.assignments') },
          { to: `/assignments/${code}`, label: code },
        ]}
        title={t('overview.facts.title')}
      />
      <Form method="post" className={styles.form}>
        <p className={styles.lead}>{t('overview.facts.lead')}</p>
        {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
        <Field label={t('overview.facts.title-zh')} refusal={reason('titleZh')}>
          {(control) => (
            <input
              {...control}
              name="titleZh"
              lang="zh-CN"
              maxLength={300}
              required
              defaultValue={outcome?.submitted.titleZh ?? title.zh}
            />
          )}
        </Field>
        <Field label={t('overview.facts.title-en')} refusal={reason('titleEn')}>
          {(control) => (
            <input
              {...control}
              name="titleEn"
              lang="en"
              maxLength={300}
              required
              defaultValue={outcome?.submitted.titleEn ?? title.en}
            />
          )}
        </Field>
        <Field label={t('overview.facts.component')} refusal={reason('componentId')}>
          {(control) => (
            <select
              {...control}
              name="componentId"
              defaultValue={outcome?.submitted.componentId ?? component?.id ?? ''}
            >
              <option value="">{t('overview.fact.none')}</option>
              {components.map(({ id, no, name }) => (
                <option key={id} value={id}>
                  {`${no} ${inLocale(name, locale)}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" disabled={isSaving}>
            {t(isSaving ? 'shell.saving' : 'shell.save')}
          </Button>
          <ButtonLink to={`/assignments/${code}`} look="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
