import { SORT_COLUMNS, type Grouping } from '../../domain/register/register-query.ts';
import type { SelectionMethod } from '../../domain/register/assignment.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import type { ComponentView } from '../../use-cases/register/assignment-views.ts';
import styles from './RegisterTable.module.css';

type Props = {
  grouping: Grouping;
  group: { key: string | null; count: number };
  components: readonly ComponentView[];
};

/** Says what the rows below have in common and how many they are. */
export function RegisterGroup({ grouping, group: { key, count }, components }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const words = (): string => {
    if (key === null) return t('portfolio.table.none');
    switch (grouping) {
      case 'component': {
        const component = components.find(({ no }) => String(no) === key);
        return component === undefined ? key : `${key} ${inLocale(component.name, locale)}`;
      }
      case 'stage':
        return t(`register.stage.${key as AssignmentStage}`);
      case 'method':
        return t(`board.method.${key as SelectionMethod}`);
      case 'holder':
        return key;
    }
  };
  return (
    <tr className={styles.group}>
      <th colSpan={SORT_COLUMNS.length} scope="colgroup">
        <span>
          {words()} <small>{t('portfolio.table.group-count', { count })}</small>
        </span>
      </th>
    </tr>
  );
}
