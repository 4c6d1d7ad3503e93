import { useId, type ReactNode } from 'react';
import styles from './Card.module.css';

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** A titled sheet of paper on the page. */
export function Card({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      <div className={styles.card}>{children}</div>
    </section>
  );
}
