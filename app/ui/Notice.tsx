import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A sentence that must be seen and heard: why something was refused, or what is not certain. */
export function Notice({
  tone,
  children,
}: {
  tone: 'danger' | 'warn' | 'info';
  children: ReactNode;
}) {
  return (
    <p
      className={`${styles.notice} ${styles[tone]}`}
      role={tone === 'danger' ? 'alert' : undefined}
    >
      {children}
    </p>
  );
}
