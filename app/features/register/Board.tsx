import { BOARD_PHASES } from '../../domain/register/stage.ts';
import { inLocale } from '../../domain/shared/locale.ts';
import { Link } from '../../framework.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import type {
  AssignmentView,
  ComponentView,
  RegisterOverview,
} from '../../use-cases/register/assignment-views.ts';
import styles from './Board.module.css';
import { BoardChip } from './BoardChip.tsx';

/** Component by stage: every sub-contract on one screen. A real table, so rows and columns are said. */
export function Board({ overview }: { overview: RegisterOverview }) {
  const t = useTranslate();
  const { assignments, components, today } = overview;
  const without = assignments.filter(({ component }) => component === null);
  const rows = components.map((component) => ({
    component,
    assignments: assignments.filter((assignment) => assignment.component?.id === component.id),
  }));
  return (
    <ScrollRegion className={styles.frame} label={t('register.board.caption')}>
      <table className={styles.board}>
        <caption className="visually-hidden">{t('register.board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.board.component')}</th>
            {BOARD_PHASES.map((phase) => (
              <th key={phase} scope="col">
                <Link to={`/assignments?phase=${phase}`}>{t(`register.phase.${phase}`)}</Link>{' '}
                <span>{assignments.filter((assignment) => assignment.phase === phase).length}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow key={row.component.id} {...row} today={today} />
          ))}
          {without.length > 0 && <BoardRow component={null} assignments={without} today={today} />}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = { component: ComponentView | null; assignments: AssignmentView[]; today: string };

function BoardRow({ component, assignments, today }: RowProps) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        {component === null ? (
          t('register.board.no-component')
        ) : (
          <>
            <b>{component.no}</b> {inLocale(component.name, locale)}
          </>
        )}
      </th>
      {BOARD_PHASES.map((phase) => (
        <td key={phase}>
          <ul>
            {assignments
              .filter((assignment) => assignment.phase === phase)
              .map((assignment) => (
                <li key={assignment.id}>
                  <BoardChip assignment={assignment} today={today} />
                </li>
              ))}
          </ul>
        </td>
      ))}
    </tr>
  );
}
