import { COMMITMENT_KINDS } from '../../domain/contract/contract.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { CommitmentSheet, CommitmentView } from '../../use-cases/contract/contract-views.ts';
import { CheckCell } from './CheckCell.tsx';
import styles from './contract.module.css';

/** Rows are the commitments by kind, columns the deliverables at which they are checked. */
export function CommitmentTable({ sheet }: { sheet: CommitmentSheet }) {
  const t = useTranslate();
  const locale = useLocale();
  const { deliverables, commitments } = sheet;
  const kinds = COMMITMENT_KINDS.filter((kind) => commitments.some((row) => row.kind === kind));
  return (
    <ScrollRegion className={table.scroll} label={t('contract.sheet.caption')}>
      <table className={`${table.table} ${styles.sheet}`}>
        <caption className="visually-hidden">{t('contract.sheet.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('contract.sheet.commitment')}</th>
            {deliverables.map(({ id, no, title }) => (
              <th key={id} scope="col">{`${no} ${inLocale(title, locale)}`}</th>
            ))}
          </tr>
        </thead>
        {kinds.map((kind) => (
          <tbody key={kind}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={deliverables.length + 1}>
                {t(`contract.commitment-kind.${kind}`)}
              </th>
            </tr>
            {commitments
              .filter((row) => row.kind === kind)
              .map((row) => (
                <CommitmentRow key={row.no} sheet={sheet} row={row} />
              ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

function CommitmentRow({ sheet, row }: { sheet: CommitmentSheet; row: CommitmentView }) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row" className={styles.promise}>
        <Link to={`/assignments/${sheet.code}/commitments/${row.no}`}>
          {`${row.no} ${inLocale(row.text, locale)}`}
        </Link>
        <CommitmentTarget row={row} />
      </th>
      {row.cells.map((check, index) => (
        <td key={sheet.deliverables[index]?.id}>
          <CheckCell check={check} unit={row.unit} />
        </td>
      ))}
    </tr>
  );
}

function CommitmentTarget({ row: { targetValue, unit, dueOn } }: { row: CommitmentView }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      {targetValue !== null && (
        <small>{t('contract.sheet.target', { value: targetValue, unit: unit ?? '' })}</small>
      )}
      {dueOn !== null && (
        <small>{t('contract.sheet.due', { date: formatDate(locale, dueOn) })}</small>
      )}
    </>
  );
}
