import { inLocale } from '../../domain/shared/locale.ts';
import { Form, Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { Button } from '../../ui/Button.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import table from '../../ui/table-look.module.css';
import type { LinkView } from '../../use-cases/models/model-views.ts';
import styles from './models.module.css';
import { TargetChip } from './TargetChip.tsx';

/** Links as rows, readable from both sides: the record, what it does to the model, and the model. */
export function LinkTable({ links }: { links: readonly LinkView[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ScrollRegion className={table.scroll} label={t('models.links')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('models.column.record')}</th>
            <th scope="col">{t('models.column.relation')}</th>
            <th scope="col">{t('models.column.target')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('models.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map(({ id, record, relation, target, revision, mayRemove }) => (
            <tr key={id}>
              <th scope="row">
                <span className={styles.type}>
                  {`${record.assignmentCode} · ${t(`models.record.${record.type}`)}`}
                </span>
                <Link to={record.to}>{inLocale(record.label, locale)}</Link>
              </th>
              <td>{t(`models.relation.${relation}`)}</td>
              <td>
                <TargetChip target={target} revision={revision} />
              </td>
              <td>{mayRemove && <RemoveLink id={id} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RemoveLink({ id }: { id: string }) {
  const t = useTranslate();
  return (
    <Form method="post">
      <input type="hidden" name="act" value="remove" />
      <input type="hidden" name="link" value={id} />
      <Button type="submit" look="quiet">
        {t('models.remove')}
      </Button>
    </Form>
  );
}
