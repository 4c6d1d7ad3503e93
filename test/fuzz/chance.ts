/** Choices by seeded chance. */
export type Random = () => number;

export function pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)];
}

/** A whole number from 0 to one less than `end`. */
export function below(end: number, random: Random): number {
  return Math.floor(random() * end);
}
