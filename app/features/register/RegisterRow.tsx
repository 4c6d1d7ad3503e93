import { memo, type ReactNode } from 'react';
import { daysOverdue } from '../../domain/register/deliverable.ts';
import { inLocale, inOtherLocale } from '../../domain/shared/locale.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { RegisterRowView } from '../../use-cases/register/register-views.ts';
import { DeliverableDue } from './DeliverableDue.tsx';
import shared from './register.module.css';
import styles from './RegisterTable.module.css';
import { stageTone } from './stage-tone.ts';

type Props = {
  row: RegisterRowView;
  today: string;
  /** The search part of the page, to come back to. */
  search: string;
  isSelected: boolean;
  /** Drawn once for all rows: nearly every row has it twice. */
  star: ReactNode;
};

export const RegisterRow = memo(function RegisterRow({
  row,
  today,
  search,
  isSelected,
  star,
}: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { code, title, componentNo, stage, next, contract, planned, openThreads } = row;
  const holders = row.holders.map((holder) => inLocale(holder, locale)).join(', ');
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <tr>
      <th scope="row">
        {row.mayEdit && (
          <input
            type="checkbox"
            name={`row-${code}`}
            form="selected-rows"
            defaultChecked={isSelected}
            aria-label={t('portfolio.table.select', { code })}
          />
        )}
        <a href={`/assignments/${code}`} data-code={code}>
          {code}
        </a>
      </th>
      <td className={styles.title} title={`${title.zh} / ${title.en}`}>
        {row.mayEdit && (
          <a
            href={`/assignments${search === '' ? '?' : `${search}&`}edit=${code}`}
            className={styles.edit}
            aria-label={t('portfolio.table.edit', { code })}
            data-edit=""
          >
            <Icon name="edit" />
          </a>
        )}
        {inLocale(title, locale)}
        {row.titleIsAssumed && star}{' '}
        <span className={shared.other} lang={other}>
          {inOtherLocale(title, locale)}
        </span>
      </td>
      <td>
        {componentNo ?? NONE}
        {row.componentIsAssumed && componentNo !== null && star}
      </td>
      <td className={styles.stage}>
        <Chip tone={stageTone(stage)}>{t(`register.stage.${stage}`)}</Chip>
      </td>
      <td>{row.method}</td>
      <td>{t(`portfolio.review.${row.review}`)}</td>
      {holders === '' ? (
        <td>{NONE}</td>
      ) : (
        <td className={styles.holder} title={holders}>
          {holders}
        </td>
      )}
      <td className={styles.step}>{useMoveWords(row)}</td>
      <td className={styles.due}>
        {next === null ? (
          NONE
        ) : (
          <DeliverableDue
            deliverable={{ ...next, daysOverdue: daysOverdue(next, today) }}
            today={today}
          />
        )}
      </td>
      <td className={styles.number}>{openThreads > 0 ? openThreads : NONE}</td>
      <td>{contract === null ? NONE : formatDate(locale, contract.signedOn)}</td>
      <td className={styles.number}>{contract === null ? NONE : formatMoney(locale, contract)}</td>
      <td className={styles.number}>{planned === null ? NONE : formatMoney(locale, planned)}</td>
    </tr>
  );
});

const NONE = <span className={shared.faint}>–</span>;

function useMoveWords({ move, next }: RegisterRowView) {
  const t = useTranslate();
  const locale = useLocale();
  const title = next === null ? '' : inLocale(next.title, locale);
  if (move === 'REVISE') {
    return <Chip tone="warn">{t('portfolio.move.REVISE', { title })}</Chip>;
  }
  if (move === 'HAND_IN') return t('portfolio.move.HAND_IN', { title });
  return t(`portfolio.move.${move}`);
}
