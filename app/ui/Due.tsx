import { Chip, type Tone } from './Chip.tsx';
import styles from './Due.module.css';

type Props = {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The same date as people write it. */
  dateText: string;
  /** How far away it is: "3 days late". */
  distance: string | null;
  tone: Tone;
};

/** A date and how far away it is. */
export function Due({ date, dateText, distance, tone }: Props) {
  return (
    <span className={styles.due}>
      <time dateTime={date}>{dateText}</time>
      {distance !== null && <Chip tone={tone}>{distance}</Chip>}
    </span>
  );
}
