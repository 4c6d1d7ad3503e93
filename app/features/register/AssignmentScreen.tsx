import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { AssignmentPageView } from './assignment-page-view.ts';
import { AssignmentPipeline } from './AssignmentPipeline.tsx';
import styles from './AssignmentScreen.module.css';
import { AssumedMark } from './assumed-mark.tsx';
import { DeliverableTable } from './DeliverableTable.tsx';
import { DocumentList } from './DocumentList.tsx';
import { FactList } from './FactList.tsx';
import { nextStep } from './next-step.ts';
import { RoleList } from './RoleList.tsx';

/** Everything about one sub-contract or individual assignment. */
export function AssignmentScreen({ page }: { page: AssignmentPageView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { assignment } = page;
  const { code, title, holders } = assignment;
  const next = nextStep(page);
  return (
    <>
      <RecordHeader
        crumbsLabel={t('shell.breadcrumb')}
        crumbs={[{ to: '/assignments', label: t('shell.assignments') }]}
        title={`${code} ${inLocale(title, locale)}`}
        otherTitle={{ text: inOtherLocale(title, locale), lang: locale === 'en' ? 'zh-CN' : 'en' }}
        summary={
          <>
            <span>{t(`register.kind.${assignment.kind}`)}</span>
            {holders.map((holder) => (
              <span key={holder.en}>{inLocale(holder, locale)}</span>
            ))}
            {assignment.titleIsAssumed && <AssumedMark />}
          </>
        }
        actions={
          next !== null && (
            <ButtonLink to={next.to} look="primary">
              <Icon name={next.act === 'read' ? 'document' : 'edit'} />
              {t(`register.next.${next.act}`, { kind: t(`register.document-kind.${next.kind}`) })}
            </ButtonLink>
          )
        }
      >
        <AssignmentPipeline page={page} />
      </RecordHeader>
      <div className={styles.columns}>
        <div>
          <Card title={t('register.page.deliverables')}>
            <DeliverableTable deliverables={page.deliverables} today={page.today} />
          </Card>
          <Card
            title={t('register.page.documents')}
            aside={
              page.mayStart.length > 0 && (
                <ButtonLink to={`/assignments/${code}/documents/new`}>
                  <Icon name="plus" />
                  {t('register.page.documents.new')}
                </ButtonLink>
              )
            }
          >
            <DocumentList documents={page.documents} />
          </Card>
        </div>
        <div>
          <Card
            title={t('register.page.facts')}
            aside={
              page.mayEdit && (
                <ButtonLink to={`/assignments/${code}/facts`} look="quiet">
                  <Icon name="edit" />
                  {t('register.page.facts.edit')}
                </ButtonLink>
              )
            }
          >
            <FactList assignment={assignment} />
          </Card>
          <Card title={t('register.page.people')}>
            <RoleList roles={page.roles} />
          </Card>
        </div>
      </div>
    </>
  );
}
