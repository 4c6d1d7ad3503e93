import { Icon } from './Icon.tsx';
import styles from './Pipeline.module.css';

export type PipelineStepView = {
  key: string;
  label: string;
  /** One fact about the step: a date, a count. */
  fact: string | null;
  state: 'done' | 'current' | 'returned' | 'ahead';
};

/** The steps of a process, with the present one marked by word, shape and colour. */
export function Pipeline({ label, steps }: { label: string; steps: readonly PipelineStepView[] }) {
  return (
    <ol className={styles.pipeline} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={styles[step.state]}
          aria-current={step.state === 'current' || step.state === 'returned' ? 'step' : undefined}
        >
          <b>
            {step.state === 'done' && <Icon name="check" />}
            {step.state === 'returned' && <Icon name="returned" />}
            {step.state === 'current' && <i className={styles.dot} />}
            {step.label}
          </b>
          {step.fact !== null && <span>{step.fact}</span>}
        </li>
      ))}
    </ol>
  );
}
