import type { ReactNode } from 'react';
import styles from './Chip.module.css';

/**
 * neutral: not started; info: running or answered; warn: waiting; danger: late or refused;
 * ok: accepted; violet: comments open.
 */
export type Tone = 'neutral' | 'info' | 'warn' | 'danger' | 'ok' | 'violet';

/** A small state. Colour only repeats what the words say. */
export function Chip({
  tone = 'neutral',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`} title={title}>
      {children}
    </span>
  );
}
