import { NavLink } from '../framework.ts';
import styles from './Tabs.module.css';

export type TabView = { to: string; label: string; end?: boolean };

/** Pages about the same thing. They are links: each has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabView[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
