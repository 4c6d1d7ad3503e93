/** An expected outcome that is not a success is a value, never an exception. */
export type Result<Value, Refusal extends { code: string }> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal };

export function granted<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<Refusal extends { code: string }>(
  refusal: Refusal,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
