import styles from './Icon.module.css';
import sprite from './icons.svg?no-inline';

export type IconName =
  | 'mark'
  | 'board'
  | 'due'
  | 'timeline'
  | 'contracts'
  | 'figures'
  | 'models'
  | 'rules'
  | 'document'
  | 'comment'
  | 'check'
  | 'returned'
  | 'late'
  | 'plus'
  | 'edit'
  | 'search'
  | 'close'
  | 'next'
  | 'rail'
  | 'light'
  | 'dark'
  | 'system'
  | 'sign-out'
  | 'up'
  | 'down'
  | 'download'
  | 'print';

/** A sign from the sprite. It only repeats what words beside it, or the label of its button, say. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
