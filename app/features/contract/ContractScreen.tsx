import { useTranslate } from '../../i18n/translate.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { ContractPage, ContractView } from '../../use-cases/contract/contract-views.ts';
import type { AssignmentFrame as Frame } from '../../use-cases/register/assignment-views.ts';
import { AssignmentFrame } from '../register/AssignmentFrame.tsx';
import columns from '../register/AssignmentScreen.module.css';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import shared from '../register/register.module.css';
import { AmendmentList } from './AmendmentList.tsx';
import styles from './contract.module.css';
import { PaymentTable } from './PaymentTable.tsx';
import { SignForm } from './SignForm.tsx';
import { TermList } from './TermList.tsx';

type Props = { frame: Frame; page: ContractPage; outcome: FormOutcome };

/** The contract of one assignment: who, until when, for how much, what was paid and changed. */
export function ContractScreen({ frame, page, outcome }: Props) {
  const t = useTranslate();
  const { contract, signing } = page;
  return (
    <AssignmentFrame frame={frame} actions={<NextStep page={page} />}>
      {contract !== null && <Signed page={page} contract={contract} />}
      {signing !== null && <SignForm signing={signing} today={page.today} outcome={outcome} />}
      {contract === null && signing === null && (
        <div className={shared.body}>
          <Card title={t('contract.title')}>
            <EmptyState>
              {t('contract.none')} {t('contract.none.hint')}
            </EmptyState>
          </Card>
        </div>
      )}
    </AssignmentFrame>
  );
}

function Signed({ page, contract }: { page: ContractPage; contract: ContractView }) {
  const t = useTranslate();
  const { code, mayEdit } = page;
  const { currency, amendments } = contract;
  return (
    <div className={columns.columns}>
      <div>
        <Card
          title={t('contract.payments')}
          aside={
            mayEdit && (
              <span className={styles.noprint}>
                <ButtonLink to={`/assignments/${code}/contract/schedule`} look="quiet">
                  <Icon name="edit" />
                  {t('contract.act.adapt')}
                </ButtonLink>
              </span>
            )
          }
        >
          <PaymentTable code={code} contract={contract} mayEdit={mayEdit} />
        </Card>
        <Card
          title={t('contract.amendments')}
          aside={
            mayEdit && (
              <span className={styles.noprint}>
                <ButtonLink to={`/assignments/${code}/contract/amendments/new`} look="quiet">
                  <Icon name="plus" />
                  {t('contract.act.propose')}
                </ButtonLink>
              </span>
            )
          }
        >
          <AmendmentList code={code} amendments={amendments} currency={currency} />
        </Card>
      </div>
      <div>
        <Card title={t('contract.parties')}>
          <TermList contract={contract} />
        </Card>
      </div>
    </div>
  );
}

/** The one primary button: what the reader does next. */
function NextStep({ page: { code, next } }: { page: ContractPage }) {
  const t = useTranslate();
  if (next === null) return null;
  const at = `/assignments/${code}/contract`;
  if (next.do === 'ADAPT_SCHEDULE') {
    return (
      <ButtonLink to={`${at}/schedule`} look="primary">
        {t('contract.next.ADAPT_SCHEDULE')}
      </ButtonLink>
    );
  }
  const place = next.do === 'AGREE' ? 'amendments' : 'payments';
  return (
    <ButtonLink to={`${at}/${place}/${next.no}`} look="primary">
      {t(`contract.next.${next.do}`, { no: next.no })}
    </ButtonLink>
  );
}
