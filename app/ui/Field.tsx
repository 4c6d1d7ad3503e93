import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

type ControlProps = {
  id: string;
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type Props = {
  label: string;
  hint?: string | undefined;
  /** Why the value was refused. */
  refusal?: string | undefined;
  /** Draws the input with the given attributes, which tie it to label, hint and refusal. */
  children: (control: ControlProps) => ReactNode;
};

export function Field({ label, hint, refusal, children }: Props) {
  const id = useId();
  const notes = [hint !== undefined && `${id}-hint`, refusal !== undefined && `${id}-refusal`];
  const describedBy = notes.filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles.control,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': refusal === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {refusal !== undefined && (
        <p id={`${id}-refusal`} className={styles.refusal}>
          {refusal}
        </p>
      )}
    </div>
  );
}
