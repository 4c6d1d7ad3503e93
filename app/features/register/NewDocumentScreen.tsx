import { useState } from 'react';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { AssignmentPage, AssignmentView } from '../../use-cases/register/assignment-views.ts';
import type { FormOutcome } from './FactsScreen.tsx';
import styles from './form.module.css';
import { usualTitle } from './usual-title.ts';

type Props = {
  assignment: AssignmentView;
  mayStart: AssignmentPage['mayStart'];
  /** The kind that the person came for. */
  wanted: DocumentKind | null;
  outcome: FormOutcome;
};

/** Kind, template and title of a new document. The title follows the kind until it is touched. */
export function NewDocumentScreen({ assignment, mayStart, wanted, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { code } = assignment;
  const isSaving = useNavigation().state === 'submitting';
  const [kind, setKind] = useState(
    (mayStart.find((startable) => startable.kind === wanted) ?? mayStart[0])?.kind ?? 'TOR',
  );
  const [ownTitle, setOwnTitle] = useState(outcome?.submitted.title ?? null);
  const titleRefusal = outcome?.fields.title;
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[
          { to: '/assignments', label: t('shell.assignments') },
          { to: `/assignments/${code}`, label: `${code} ${inLocale(assignment.title, locale)}` },
        ]}
        title={t('overview.new.title')}
      />
      {mayStart.length === 0 ? (
        <EmptyState>{t('overview.new.none')}</EmptyState>
      ) : (
        <Form method="post" className={styles.form}>
          {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
          <Field
            label={t('overview.new.document-title')}
            hint={t('overview.new.document-title.hint')}
            refusal={titleRefusal && t(`refusals.${titleRefusal}`)}
          >
            {(control) => (
              <input
                {...control}
                name="title"
                maxLength={300}
                value={ownTitle ?? usualTitle(t, locale, { kind, assignment })}
                onChange={(event) => setOwnTitle(event.target.value)}
              />
            )}
          </Field>
          <TemplateChoice mayStart={mayStart} kind={kind} onChoose={setKind} />
          <div className={styles.buttons}>
            <Button type="submit" look="primary" disabled={isSaving}>
              {t(isSaving ? 'shell.saving' : 'overview.new.submit')}
            </Button>
            <ButtonLink to={`/assignments/${code}`} look="quiet">
              {t('shell.cancel')}
            </ButtonLink>
          </div>
        </Form>
      )}
    </>
  );
}

type ChoiceProps = Pick<Props, 'mayStart'> & {
  kind: DocumentKind;
  onChoose: (kind: DocumentKind) => void;
};

function TemplateChoice({ mayStart, kind, onChoose }: ChoiceProps) {
  const t = useTranslate();
  const locale = useLocale();
  const first = mayStart.find((startable) => startable.kind === kind)?.templates[0]?.key;
  return (
    <fieldset>
      <legend className={styles.legend}>{t('overview.new.kind')}</legend>
      <div className={styles.choices}>
        {mayStart.flatMap((startable) =>
          startable.templates.map(({ key, name, description }) => (
            <label key={key} className={styles.choice}>
              <input
                type="radio"
                name="choice"
                value={`${startable.kind}/${key}`}
                required
                defaultChecked={key === first}
                onChange={() => onChoose(startable.kind)}
              />
              <b>{inLocale(name, locale)}</b>
              <small>{inLocale(description, locale)}</small>
            </label>
          )),
        )}
      </div>
    </fieldset>
  );
}
