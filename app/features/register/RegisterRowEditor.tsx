import type { KeyboardEvent } from 'react';
import { amountText } from '../../domain/contract/money.ts';
import { CURRENCIES } from '../../domain/contract/currency.ts';
import { registerSearch, SORT_COLUMNS } from '../../domain/register/register-query.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Form, useNavigate, useNavigation } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { RegisterPageView, RegisterRowView } from '../../use-cases/register/register-views.ts';
import type { FormOutcome } from './FactsScreen.tsx';
import styles from './RegisterRowEditor.module.css';

type Props = { row: RegisterRowView; page: RegisterPageView; outcome: FormOutcome };

/** The row as a form, in its place. Escape leaves it; what was typed stays when it is refused. */
export function RegisterRowEditor({ row, page, outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const navigate = useNavigate();
  const isSaving = useNavigation().state === 'submitting';
  const { code, title, componentNo, planned } = row;
  const component = page.components.find(({ no }) => no === componentNo);
  const back = `/assignments${registerSearch(page.query)}`;
  const submitted = outcome?.submitted;
  const reason = (field: string) => {
    const refusal = outcome?.fields[field];
    return refusal && t(`refusals.${refusal}`);
  };
  function leaveByEscape(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      navigate(back, { preventScrollReset: true });
    }
  }
  return (
    <tr className={styles.row}>
      <td colSpan={SORT_COLUMNS.length}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape does what the link beside the button does */}
        <Form method="post" className={styles.form} onKeyDown={leaveByEscape} preventScrollReset>
          <b>{code}</b>
          {outcome !== null && <Notice tone="danger">{t(`refusals.${outcome.code}`)}</Notice>}
          <input type="hidden" name="intent" value="edit" />
          <input type="hidden" name="code" value={code} />
          <div className={styles.fields}>
            <Field label={t('portfolio.edit.title-zh')} refusal={reason('titleZh')}>
              {(control) => (
                <input
                  {...control}
                  name="titleZh"
                  lang="zh-CN"
                  maxLength={300}
                  required
                  // eslint-disable-next-line jsx-a11y/no-autofocus -- the row was opened to be edited
                  autoFocus
                  defaultValue={submitted?.titleZh ?? title.zh}
                />
              )}
            </Field>
            <Field label={t('portfolio.edit.title-en')} refusal={reason('titleEn')}>
              {(control) => (
                <input
                  {...control}
                  name="titleEn"
                  lang="en"
                  maxLength={300}
                  required
                  defaultValue={submitted?.titleEn ?? title.en}
                />
              )}
            </Field>
            <Field label={t('portfolio.edit.component')} refusal={reason('componentId')}>
              {(control) => (
                <select
                  {...control}
                  name="componentId"
                  defaultValue={submitted?.componentId ?? component?.id ?? ''}
                >
                  <option value="">{t('portfolio.bulk.no-component')}</option>
                  {page.components.map(({ id, no, name }) => (
                    <option key={id} value={id}>
                      {`${no} ${inLocale(name, locale)}`}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t('portfolio.edit.planned')} refusal={reason('planned')}>
              {(control) => (
                <input
                  {...control}
                  name="planned"
                  inputMode="decimal"
                  maxLength={40}
                  defaultValue={submitted?.planned ?? (planned === null ? '' : amountText(planned))}
                />
              )}
            </Field>
            <Field label={t('portfolio.edit.currency')} refusal={reason('currency')}>
              {(control) => (
                <select
                  {...control}
                  name="currency"
                  defaultValue={submitted?.currency ?? planned?.currency ?? 'CNY'}
                >
                  {currenciesWith(planned?.currency).map((currency) => (
                    <option key={currency}>{currency}</option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <div className={styles.buttons}>
            <Button type="submit" disabled={isSaving}>
              {t(isSaving ? 'shell.saving' : 'shell.save')}
            </Button>
            <ButtonLink to={back} look="quiet" preventScrollReset>
              {t('shell.cancel')}
            </ButtonLink>
            <span>{t('portfolio.edit.hint')}</span>
          </div>
        </Form>
      </td>
    </tr>
  );
}

/** The usual ones, and the one that stands there. */
function currenciesWith(current: string | undefined): readonly string[] {
  return [...new Set<string>([...CURRENCIES, ...(current === undefined ? [] : [current])])];
}
