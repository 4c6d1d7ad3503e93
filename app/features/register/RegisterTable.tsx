import type { KeyboardEvent, MouseEvent } from 'react';
import {
  registerSearch,
  SORT_COLUMNS,
  type RegisterQuery,
  type SortColumn,
} from '../../domain/register/register-query.ts';
import { useNavigate } from '../../framework.ts';
import { useTranslate } from '../../i18n/translate.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type { RegisterPageView } from '../../use-cases/register/register-views.ts';
import { AssumedStar } from './assumed-mark.tsx';
import type { FormOutcome } from './FactsScreen.tsx';
import { RegisterGroup } from './RegisterGroup.tsx';
import { RegisterRow } from './RegisterRow.tsx';
import { RegisterRowEditor } from './RegisterRowEditor.tsx';
import styles from './RegisterTable.module.css';

type Props = { page: RegisterPageView; editing: string | null; outcome: FormOutcome };

export function RegisterTable({ page, editing, outcome }: Props) {
  const t = useTranslate();
  const { rows, query, today } = page;
  const moveByKey = useRowKeys(query);
  const follow = useFollow();
  const reselected = editing === null ? outcome?.submitted : undefined;
  return (
    <ScrollRegion className={styles.frame} label={t('portfolio.table.caption')}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- they speak for the links inside it */}
      <table className={styles.table} onKeyDown={moveByKey} onClick={follow}>
        <caption className="visually-hidden">{t('portfolio.table.caption')}</caption>
        <thead>
          <tr>
            {SORT_COLUMNS.map((column) => (
              <SortHead key={column} column={column} query={query} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => [
            row.group !== null && query.group !== null && (
              <RegisterGroup
                key={`group of ${row.code}`}
                grouping={query.group}
                group={row.group}
                components={page.components}
              />
            ),
            row.code === editing && row.mayEdit ? (
              <RegisterRowEditor key={row.code} row={row} page={page} outcome={outcome} />
            ) : (
              <RegisterRow
                key={row.code}
                row={row}
                today={today}
                search={registerSearch(query)}
                star={STAR}
                isSelected={reselected?.[`row-${row.code}`] === 'on'}
              />
            ),
          ])}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const STAR = <AssumedStar />;

function SortHead({ column, query }: { column: SortColumn; query: RegisterQuery }) {
  const t = useTranslate();
  const isSorted = query.sort === column;
  const direction = isSorted && query.direction === 'ascending' ? 'descending' : 'ascending';
  const name = t(`portfolio.column.${column}`);
  return (
    <th
      scope="col"
      aria-sort={isSorted ? query.direction : undefined}
      className={NUMBERS.has(column) ? styles.number : undefined}
    >
      <a
        href={`/assignments${registerSearch({ ...query, sort: column, direction, page: 1 })}`}
        title={t('portfolio.table.sort', { column: name })}
      >
        {name}
        {isSorted && <Icon name={query.direction === 'ascending' ? 'up' : 'down'} />}
      </a>
    </th>
  );
}

const NUMBERS: ReadonlySet<SortColumn> = new Set<SortColumn>(['comments', 'amount', 'planned']);

/**
 * Plain links that the table follows for all of them: hundreds of the framework's own links take
 * longer to draw than the rows they stand in.
 */
function useFollow() {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLTableElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link === null || !isPlain || event.altKey) return;
    event.preventDefault();
    const { pathname, search } = new URL(link.href);
    navigate(pathname + search, { preventScrollReset: pathname === '/assignments' });
  };
}

/** Single keys act only while the code of a row has the focus (WCAG 2.1.4). */
function useRowKeys(query: RegisterQuery) {
  const navigate = useNavigate();
  return (event: KeyboardEvent<HTMLTableElement>) => {
    const link = event.target;
    if (!(link instanceof HTMLElement) || link.dataset.code === undefined) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-code]')];
    const at = links.indexOf(link);
    const row = link.closest('tr');
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => links[at + 1]?.focus(),
      ArrowUp: () => links[at - 1]?.focus(),
      x: () => row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click(),
      e: () => {
        if (row?.querySelector('[data-edit]') == null) return;
        navigate(editAddress(registerSearch(query), link.dataset.code ?? ''));
      },
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

function editAddress(search: string, code: string): string {
  return `/assignments${search === '' ? '?' : `${search}&`}edit=${code}`;
}
