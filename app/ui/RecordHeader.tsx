import type { ReactNode } from 'react';
import { Link } from '../framework.ts';
import styles from './RecordHeader.module.css';

type Props = {
  crumbs?: readonly { to: string; label: string }[];
  crumbsLabel?: string;
  title: ReactNode;
  /** The title in the other language, drawn lighter beside it. */
  otherTitle?: { text: string; lang: string };
  /** One line under the title. */
  summary?: ReactNode;
  /** At most two buttons and one primary. */
  actions?: ReactNode;
  /** Pipeline and tabs. */
  children?: ReactNode;
};

/** The head of a page about one thing: where it is, what it is called, what to do next. */
export function RecordHeader(props: Props) {
  const { crumbs = [], crumbsLabel, title, otherTitle, summary, actions, children } = props;
  return (
    <header className={styles.header}>
      {crumbs.length > 0 && (
        <nav className={styles.crumbs} aria-label={crumbsLabel}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.row}>
        <div className={styles.titles}>
          <h1>
            {title}
            {otherTitle !== undefined && (
              <span className={styles.other} lang={otherTitle.lang}>
                {` ${otherTitle.text}`}
              </span>
            )}
          </h1>
          {summary !== undefined && <div className={styles.summary}>{summary}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
