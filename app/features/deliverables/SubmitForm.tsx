import { Form, useNavigation } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type {
  DeliverableActs,
  DeliverablePage,
} from '../../use-cases/register/deliverable-views.ts';
import formStyles from '../register/form.module.css';
import styles from './deliverables.module.css';

type Props = { page: DeliverablePage; submit: NonNullable<DeliverableActs['submit']> };

/** Hands in a text; where there is none yet, leads to starting one. */
export function SubmitForm({ page, submit: { kind, documents } }: Props) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const isReturned = page.deliverable.state === 'RETURNED';
  const returned = isReturned ? page.events.at(-1) : undefined;
  const kindName = t(`register.document-kind.${kind}`);
  const start = `/assignments/${page.frame.code}/documents/new?kind=${kind}`;
  return (
    <Card title={t(isReturned ? 'deliverables.submit.again' : 'deliverables.submit.title')}>
      <div className={styles.padded}>
        {returned !== undefined && returned.reason !== '' && (
          <Notice tone="warn">
            {t('register.page.returned-because', { reason: returned.reason })}
          </Notice>
        )}
        {documents.length === 0 ? (
          <>
            <p>{t('deliverables.submit.none', { kind: kindName })}</p>
            <ButtonLink to={start} look="primary">
              {t('deliverables.submit.start')}
            </ButtonLink>
          </>
        ) : (
          <Form method="post" className={styles.form}>
            <input type="hidden" name="act" value="submit" />
            <p>{t('deliverables.submit.lead')}</p>
            <fieldset className={formStyles.choices}>
              <legend className={formStyles.legend}>{t('deliverables.submit.document')}</legend>
              {documents.map(({ id, title }, index) => (
                <label key={id} className={formStyles.choice}>
                  <input type="radio" name="documentId" value={id} defaultChecked={index === 0} />
                  <b>{title}</b>
                </label>
              ))}
            </fieldset>
            <div className={formStyles.buttons}>
              <Button type="submit" look="primary" disabled={isSaving}>
                {t('deliverables.submit.button')}
              </Button>
              {documents.map(({ id, title }) => (
                <ButtonLink key={id} to={`/documents/${id}`}>
                  {t('deliverables.submit.read')}
                  <span className="visually-hidden">{` ${title}`}</span>
                </ButtonLink>
              ))}
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
