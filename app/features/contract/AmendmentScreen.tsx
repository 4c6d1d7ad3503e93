import { Form } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoneyChange } from '../../i18n/format-money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { AmendmentView } from '../../use-cases/contract/contract-views.ts';
import facts from '../register/AssignmentScreen.module.css';
import type { FormOutcome } from '../register/FactsScreen.tsx';
import form from '../register/form.module.css';
import { AgreementList } from './AgreementList.tsx';
import { FormButtons } from './FormButtons.tsx';
import { SubPage } from './SubPage.tsx';
import { useRefusedForm } from './use-refused-form.ts';

type Props = { code: string; currency: string; amendment: AmendmentView; outcome: FormOutcome };

/** One amendment: what it changes, who has agreed, and the agreement of the reader's side. */
export function AmendmentScreen({ code, currency, amendment, outcome }: Props) {
  const t = useTranslate();
  const { sentence } = useRefusedForm(outcome);
  const { no, mayAgreeAs, agreements } = amendment;
  const back = `/assignments/${code}/contract`;
  return (
    <SubPage code={code} of="contract" title={t('contract.amendment', { no })}>
      <div className={form.form}>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        <Card title={t(`contract.kind.${amendment.kind}`)}>
          <Effects amendment={amendment} currency={currency} />
        </Card>
        <AgreementList agreements={agreements} />
        {mayAgreeAs !== null && (
          <Form method="post">
            <p className={form.lead}>{t('contract.amendment.agree.lead')}</p>
            <input type="hidden" name="amendmentId" value={amendment.id} />
            <FormButtons
              label={t('contract.amendment.agree.as', {
                party: t(`contract.party.${mayAgreeAs}`),
              })}
              back={back}
            />
          </Form>
        )}
      </div>
    </SubPage>
  );
}

function Effects({ amendment, currency }: Pick<Props, 'amendment' | 'currency'>) {
  const t = useTranslate();
  const locale = useLocale();
  const { newEndsOn, amountChangeMinor, reason, evaluation } = amendment;
  const change =
    amountChangeMinor === null
      ? null
      : formatMoneyChange(locale, { amountMinor: amountChangeMinor, currency });
  const changes = [
    [t('contract.amendment.new-end'), newEndsOn === null ? null : formatDate(locale, newEndsOn)],
    [t('contract.amendment.change'), change],
    [t('contract.amendment.reason'), reason],
    [
      t('contract.amendment.evaluation'),
      evaluation === null
        ? null
        : t('contract.version', {
            kind: t(`register.document-kind.${evaluation.kind}`),
            title: evaluation.title,
            no: evaluation.no,
          }),
    ],
  ] as const;
  return (
    <dl className={facts.facts}>
      {changes
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
