import { ASSIGNMENT_KINDS } from '../../domain/register/assignment.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { ComponentView } from '../../use-cases/register/assignment-views.ts';
import form from '../register/form.module.css';
import { BasisFields } from './BasisFields.tsx';
import { Outcome, useOutcome, type FormOutcome } from './form-outcome.ts';

type Props = { components: readonly ComponentView[] };

/** Registers an assignment, which then stands at its first stage. */
export function NewAssignmentScreen({ outcome, ...props }: Props & { outcome: FormOutcome }) {
  return (
    <Outcome.Provider value={outcome}>
      <NewAssignment {...props} />
    </Outcome.Provider>
  );
}

function NewAssignment({ components }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const isSaving = useNavigation().state === 'submitting';
  const { refusal, reason, typed } = useOutcome({});
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={t('procurement.new.title')}
      />
      <Form method="post" className={form.form}>
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        <Field label={t('procurement.new.kind')}>
          {(control) => (
            <select {...control} name="kind" defaultValue={typed('kind')}>
              {ASSIGNMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`register.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t('procurement.new.code')}
          hint={t('procurement.new.code.hint')}
          refusal={reason('code')}
        >
          {(control) => (
            <input {...control} name="code" maxLength={20} required defaultValue={typed('code')} />
          )}
        </Field>
        <Field label={t('overview.facts.title-zh')} refusal={reason('titleZh')}>
          {(control) => (
            <input
              {...control}
              name="titleZh"
              lang="zh-CN"
              maxLength={300}
              required
              defaultValue={typed('titleZh')}
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
              defaultValue={typed('titleEn')}
            />
          )}
        </Field>
        <Field label={t('overview.facts.component')}>
          {(control) => (
            <select {...control} name="componentId" defaultValue={typed('componentId')}>
              <option value="">{t('overview.fact.none')}</option>
              {components.map(({ id, no, name }) => (
                <option key={id} value={id}>
                  {`${no} ${inLocale(name, locale)}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <BasisFields present={null} reason={reason} typed={typed} />
        <div className={form.buttons}>
          <Button type="submit" look="primary" disabled={isSaving}>
            {t('procurement.new.submit')}
          </Button>
          <ButtonLink to="/assignments" look="quiet">
            {t('shell.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
