import { inLocale } from '../../domain/shared/locale.ts';
import { useLocale, useTranslate } from '../../i18n/translate.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { AssignmentRoleView } from '../../use-cases/register/assignment-views.ts';
import styles from './AssignmentScreen.module.css';

export function RoleList({ roles }: { roles: readonly AssignmentRoleView[] }) {
  const t = useTranslate();
  const locale = useLocale();
  if (roles.length === 0) return <EmptyState>{t('register.page.people.empty')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {roles.map(({ personName, role }) => (
        <li key={`${personName.en} ${role}`}>
          <b className={styles.who}>{inLocale(personName, locale)}</b>
          <span className={styles.meta}>{t(`register.role.${role}`)}</span>
        </li>
      ))}
    </ul>
  );
}
