import { Form, useNavigation } from '../../framework.ts';
import { formatDate } from '../../i18n/format.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { StageView } from '../../use-cases/procurement/procurement-views.ts';
import { useOutcome } from './form-outcome.ts';
import styles from './procurement.module.css';

type Props = { stages: readonly StageView[]; mayEdit: boolean };

/** The stages of the method with the planned and the actual day of each. */
export function StageTable({ stages, mayEdit }: Props) {
  const t = useTranslate();
  const isSaving = useNavigation().state === 'submitting';
  const { refusal, typed } = useOutcome({ act: 'plan' });
  const label = t('procurement.stages');
  const rows = (
    <ScrollRegion label={label} className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('procurement.stage')}</th>
            <th scope="col">{t('procurement.planned')}</th>
            <th scope="col">{t('procurement.actual')}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((row) => (
            <StageRow key={row.stage} {...{ row, mayEdit, typed }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
  if (!mayEdit) return <Card title={label}>{rows}</Card>;
  return (
    <Card title={label}>
      <Form method="post">
        <input type="hidden" name="act" value="plan" />
        {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
        {rows}
        <p className={styles.foot}>
          <Button type="submit" disabled={isSaving}>
            {t('procurement.plan.save')}
          </Button>
        </p>
      </Form>
    </Card>
  );
}

function StageRow(props: {
  row: StageView;
  mayEdit: boolean;
  typed: (field: string) => string | undefined;
}) {
  const { row, mayEdit, typed } = props;
  const t = useTranslate();
  const locale = useLocale();
  const name = t(`register.stage.${row.stage}`);
  return (
    <tr aria-current={row.isPresent ? 'step' : undefined}>
      <th scope="row">
        {name} {row.isPresent && <Chip tone="info">{t('procurement.here')}</Chip>}
      </th>
      <td>
        {mayEdit ? (
          <input
            className={styles.date}
            type="date"
            name={`plan-${row.stage}`}
            aria-label={t('procurement.planned.of', { stage: name })}
            defaultValue={typed(`plan-${row.stage}`) ?? row.plannedOn ?? ''}
          />
        ) : (
          <Day date={row.plannedOn} />
        )}
      </td>
      <td>{row.reachedOn === null ? '—' : formatDate(locale, row.reachedOn)}</td>
    </tr>
  );
}

function Day({ date }: { date: string | null }) {
  const locale = useLocale();
  return date === null ? '—' : formatDate(locale, date);
}
