import { sharePaid, type Figures, type MoneyFigures } from '../../domain/register/portfolio.ts';
import { BOARD_PHASES } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { formatMoney } from '../../i18n/money.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordHeader } from '../../ui/RecordHeader.tsx';
import type { PortfolioView } from '../../use-cases/register/portfolio-views.ts';
import { FigureTable, type FigureRow } from './FigureTable.tsx';
import styles from './PortfolioScreen.module.css';
import shared from './register.module.css';

/** The project in figures. Each leads to the rows of the register that it counts. */
export function PortfolioScreen({ portfolio }: { portfolio: PortfolioView }) {
  const t = useTranslate();
  const locale = useLocale();
  const { rows, total, today, hash, showsMoney } = portfolio;
  const named: (FigureRow & { figures: Figures })[] = [
    ...rows.map((row) => ({
      key: String(row.component?.no ?? 'none'),
      filter: `component=${row.component?.no ?? 'none'}`,
      name:
        row.component === null
          ? t('portfolio.portfolio.no-component')
          : `${row.component.no} ${inLocale(row.component.name, locale)}`,
      figures: row,
    })),
    { key: 'total', filter: '', name: t('portfolio.portfolio.total'), figures: total },
  ];
  return (
    <>
      <RecordHeader
        title={t('portfolio.title')}
        summary={
          <>
            <span>{t('portfolio.portfolio.as-of', { date: formatDate(locale, today) })}</span>
            <span className={styles.hash} title={t('portfolio.portfolio.hash.hint')}>
              {t('portfolio.portfolio.hash')} <code>{hash}</code>
            </span>
          </>
        }
        actions={<Button onClick={() => window.print()}>{t('portfolio.portfolio.print')}</Button>}
      />
      <div className={shared.body}>
        <Card title={t('portfolio.portfolio.assignments')}>
          <FigureTable
            caption={t('portfolio.portfolio.assignments')}
            rows={named}
            columns={[
              ...BOARD_PHASES.map((phase) => ({
                name: t(`board.phase.${phase}`),
                filter: `phase=${phase}`,
                of: ({ figures }: { figures: Figures }) => figures.phases[phase],
              })),
              {
                name: t('portfolio.portfolio.all'),
                filter: '',
                of: ({ figures }) =>
                  BOARD_PHASES.reduce((sum, one) => sum + figures.phases[one], 0),
              },
            ]}
          />
        </Card>
        <Card title={t('portfolio.portfolio.deliverables')}>
          <FigureTable
            caption={t('portfolio.portfolio.deliverables')}
            rows={named}
            columns={[
              {
                name: t('portfolio.portfolio.due'),
                filter: '',
                of: ({ figures }) => figures.deliverables.expected,
              },
              {
                name: t('portfolio.portfolio.late'),
                filter: 'due=late',
                of: ({ figures }) => figures.deliverables.late,
              },
              {
                name: t('portfolio.portfolio.submitted'),
                filter: 'phase=REPORT_REVIEW',
                of: ({ figures }) => figures.deliverables.submitted,
              },
              {
                name: t('portfolio.portfolio.accepted'),
                filter: '',
                of: ({ figures }) => figures.deliverables.accepted,
              },
              {
                name: t('portfolio.portfolio.bank'),
                filter: 'waiting=bank',
                of: ({ figures }) => figures.pending,
              },
            ]}
          />
        </Card>
        {showsMoney && (
          <Card title={t('portfolio.portfolio.money')}>
            <Money rows={named} />
          </Card>
        )}
      </div>
    </>
  );
}

function Money({ rows }: { rows: readonly (FigureRow & { figures: Figures })[] }) {
  const t = useTranslate();
  const lines = rows.flatMap(({ figures, ...row }) =>
    figures.money.map((money) => ({ ...row, key: `${row.key} ${money.currency}`, money })),
  );
  if (lines.length === 0) return <EmptyState>{t('portfolio.portfolio.no-money')}</EmptyState>;
  return (
    <div className={styles.scroll}>
      <table className={styles.figures}>
        <caption className="visually-hidden">{t('portfolio.portfolio.money')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('portfolio.portfolio.component')}</th>
            <th scope="col">{t('portfolio.portfolio.currency')}</th>
            <th scope="col">{t('portfolio.portfolio.planned')}</th>
            <th scope="col">{t('portfolio.portfolio.contracted')}</th>
            <th scope="col">{t('portfolio.portfolio.paid')}</th>
            <th scope="col">{t('portfolio.portfolio.share')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <MoneyLine key={line.key} name={line.name} filter={line.filter} money={line.money} />
          ))}
        </tbody>
      </table>
      <p className={shared.note}>{t('portfolio.portfolio.money.note')}</p>
    </div>
  );
}

function MoneyLine(props: { name: string; filter: string; money: MoneyFigures }) {
  const { name, filter, money } = props;
  const locale = useLocale();
  const { currency } = money;
  const share = sharePaid(money);
  const amount = (amountMinor: number, sort: string) => (
    <td>
      <Link to={`/assignments?${filter === '' ? '' : `${filter}&`}sort=${sort}&dir=desc`}>
        {formatMoney(locale, { amountMinor, currency })}
      </Link>
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{currency}</td>
      {amount(money.planned, 'planned')}
      {amount(money.contracted, 'amount')}
      {amount(money.paid, 'amount')}
      <td>{share === null ? '–' : `${(share / 10).toFixed(1)} %`}</td>
    </tr>
  );
}
