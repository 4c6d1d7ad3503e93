import type { ReactNode } from 'react';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { AssignmentView } from '../../use-cases/register/assignment-views.ts';
import { AssumedStar } from './assumed-mark.tsx';
import { BilingualText } from './BilingualText.tsx';
import { DeliverableDue } from './DeliverableDue.tsx';
import { registerSearch, type RegisterQuery, type SortColumn } from './register-query.ts';
import shared from './register.module.css';
import styles from './RegisterTable.module.css';
import { stageTone } from './stage-tone.ts';

type Props = { rows: readonly AssignmentView[]; query: RegisterQuery; today: string };

export function RegisterTable({ rows, query, today }: Props) {
  const t = useTranslate();
  return (
    <ScrollRegion className={styles.frame} label={t('register.table.caption')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('register.table.caption')}</caption>
        <thead>
          <tr>
            <SortHead column="code" query={query} />
            <SortHead column="title" query={query} />
            <SortHead column="component" query={query} />
            <SortHead column="stage" query={query} />
            <th scope="col">{t('register.column.holder')}</th>
            <th scope="col">{t('register.column.next')}</th>
            <SortHead column="due" query={query} />
            <th scope="col" className={styles.number}>
              {t('register.column.comments')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} today={today} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function SortHead({ column, query }: { column: SortColumn; query: RegisterQuery }) {
  const t = useTranslate();
  const isSorted = query.sort === column;
  const direction = isSorted && query.direction === 'ascending' ? 'descending' : 'ascending';
  const name = t(`register.column.${column}`);
  return (
    <th scope="col" aria-sort={isSorted ? query.direction : undefined}>
      <Link
        to={`/assignments${registerSearch({ ...query, sort: column, direction })}`}
        title={t('register.table.sort', { column: name })}
        preventScrollReset
      >
        {name}
        {isSorted && <Icon name={query.direction === 'ascending' ? 'up' : 'down'} />}
      </Link>
    </th>
  );
}

function Row({ row, today }: { row: AssignmentView; today: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { code, title, component, stage, holders, nextDeliverable, openThreads } = row;
  return (
    <tr>
      <th scope="row">
        <Link to={`/assignments/${code}`}>{code}</Link>
      </th>
      <td className={styles.title}>
        <BilingualText text={title} />
        {row.titleIsAssumed && <AssumedStar />}
      </td>
      <td className={shared.nowrap}>
        {orNone(component, ({ no, name }) => (
          <span title={inLocale(name, locale)}>{no}</span>
        ))}
        {row.componentIsAssumed && component !== null && <AssumedStar />}
      </td>
      <td>
        <Chip tone={stageTone(stage)}>{t(`register.stage.${stage}`)}</Chip>
      </td>
      <td className={shared.nowrap}>
        {holders.map((holder) => inLocale(holder, locale)).join(', ') || orNone(null, () => '')}
      </td>
      <td>
        {orNone(nextDeliverable, (next) => (
          <>
            {inLocale(next.title, locale)}{' '}
            {next.state === 'RETURNED' && (
              <Chip tone="warn">{t('register.deliverable-state.RETURNED')}</Chip>
            )}
          </>
        ))}
      </td>
      <td>
        {orNone(nextDeliverable, (next) => (
          <DeliverableDue deliverable={next} today={today} />
        ))}
      </td>
      <td className={styles.number}>{openThreads > 0 ? openThreads : orNone(null, () => '')}</td>
    </tr>
  );
}

function orNone<Value>(value: Value | null, show: (value: Value) => ReactNode): ReactNode {
  return value === null ? <span className={shared.faint}>–</span> : show(value);
}
