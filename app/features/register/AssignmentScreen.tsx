import type { AssignmentSummary } from '../../use-cases/overview/assignment-summary.server.ts';
import { ActivityCard } from '../overview/ActivityCard.tsx';
import { CommitmentsCard } from '../overview/CommitmentsCard.tsx';
import { ContractCard } from '../overview/ContractCard.tsx';
import { LinksCard } from '../overview/LinksCard.tsx';
import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { AssignmentPageView } from './assignment-page-view.ts';
import { AssignmentFrame } from './AssignmentFrame.tsx';
import styles from './AssignmentScreen.module.css';
import { DeliverableTable } from './DeliverableTable.tsx';
import { DocumentList } from './DocumentList.tsx';
import { FactList } from './FactList.tsx';
import { nextStep, type NextStep } from './next-step.ts';
import { RoleList } from './RoleList.tsx';

type Props = { page: AssignmentPageView; summary: AssignmentSummary };

/** Everything about one sub-contract or individual assignment. */
export function AssignmentScreen({ page, summary }: Props) {
  const t = useTranslate();
  const { assignment } = page;
  const { code } = assignment;
  const next = nextStep(page);
  return (
    <AssignmentFrame
      frame={page.frame}
      actions={
        next !== null && (
          <ButtonLink to={next.to} look="primary">
            <Icon name={next.act === 'read' ? 'document' : 'edit'} />
            <NextWords next={next} />
          </ButtonLink>
        )
      }
    >
      <div className={styles.columns}>
        <div>
          <Card title={t('register.page.deliverables')}>
            <DeliverableTable deliverables={page.deliverables} today={page.today} />
          </Card>
          <Card
            title={t('overview.page.documents')}
            aside={
              page.mayStart.length > 0 && (
                <ButtonLink to={`/assignments/${code}/documents/new`}>
                  <Icon name="plus" />
                  {t('overview.page.documents.new')}
                </ButtonLink>
              )
            }
          >
            <DocumentList documents={page.documents} />
          </Card>
          <ActivityCard code={code} events={summary.activity} />
        </div>
        <div>
          <Card
            title={t('overview.page.facts')}
            aside={
              page.mayEdit && (
                <ButtonLink to={`/assignments/${code}/facts`} look="quiet">
                  <Icon name="edit" />
                  {t('overview.page.facts.edit')}
                </ButtonLink>
              )
            }
          >
            <FactList assignment={assignment} />
          </Card>
          {summary.contract !== null && <ContractCard code={code} contract={summary.contract} />}
          {summary.commitments !== null && (
            <CommitmentsCard code={code} totals={summary.commitments} />
          )}
          {summary.links !== null && <LinksCard code={code} links={summary.links} />}
          <Card title={t('overview.page.people')}>
            <RoleList roles={page.roles} />
          </Card>
        </div>
      </div>
    </AssignmentFrame>
  );
}

function NextWords({ next }: { next: NextStep }) {
  const t = useTranslate();
  if (!('kind' in next)) return <>{t(`overview.next.${next.act}`)}</>;
  return <>{t(`overview.next.${next.act}`, { kind: t(`register.document-kind.${next.kind}`) })}</>;
}
