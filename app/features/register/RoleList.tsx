import { ASSIGNMENT_ROLES, type AssignmentRole } from '../../domain/register/assignment.ts';
import { inLocale, type Bilingual } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { AssignmentRoleView } from '../../use-cases/register/assignment-views.ts';
import styles from './AssignmentScreen.module.css';

/** Who does what on the assignment. */
export function RoleList({ roles }: { roles: readonly AssignmentRoleView[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (roles.length === 0) return <EmptyState>{t('overview.page.people.empty')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {byPerson(roles).map(({ personName, ownRoles }) => (
        <li key={personName.en}>
          <b className={styles.who}>{inLocale(personName, locale)}</b>
          <ul className={styles.roles}>
            {ownRoles.map((role) => (
              <li key={role}>{t(`overview.role.${role}`)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

type PersonRoles = { personName: Bilingual; ownRoles: AssignmentRole[] };

/** One entry a person, roles and people in the order in which the domain lists the roles. */
function byPerson(roles: readonly AssignmentRoleView[]): PersonRoles[] {
  const people = new Map<string, PersonRoles>();
  for (const role of ASSIGNMENT_ROLES) {
    for (const { personName } of roles.filter((view) => view.role === role)) {
      const known = people.get(personName.en);
      if (known === undefined) people.set(personName.en, { personName, ownRoles: [role] });
      else known.ownRoles.push(role);
    }
  }
  return [...people.values()];
}
