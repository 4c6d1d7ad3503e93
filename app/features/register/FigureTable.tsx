import { Link } from '../../framework.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import styles from './PortfolioScreen.module.css';

/** `filter` is a part of the register's address, e.g. `component=2`; empty for all. */
export type FigureRow = { key: string; name: string; filter: string };

type Props<Row extends FigureRow> = {
  caption: string;
  rows: readonly Row[];
  columns: readonly { name: string; filter: string; of: (row: Row) => number }[];
};

/** Counts by component; each that is not zero leads to the rows it counts. */
export function FigureTable<Row extends FigureRow>({ caption, rows, columns }: Props<Row>) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ScrollRegion className={styles.scroll} label={caption}>
      <table className={styles.figures}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('portfolio.portfolio.component')}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {columns.map(({ name, filter, of }) => {
                const figure = of(row);
                const search = [row.filter, filter].filter((part) => part !== '').join('&');
                return (
                  <td key={name}>
                    {figure === 0 ? (
                      0
                    ) : (
                      <Link to={`/assignments${search === '' ? '' : `?${search}`}`}>
                        {formatNumber(locale, figure)}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
