import styles from './button-look.module.css';

/** `primary` is the one next step of a page; never two. */
export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

/** Class names that make a button or a link look like one of our buttons. */
export function buttonLook(look: ButtonLook = 'plain'): string {
  const own = look === 'plain' ? undefined : styles[look];
  return [styles.button, own].filter(Boolean).join(' ');
}
