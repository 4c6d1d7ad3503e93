/** A value as an event keeps it. */
export type EventValue =
  | string
  | number
  | boolean
  | null
  | readonly EventValue[]
  | { readonly [name: string]: EventValue };

/** One value that an event set, or changed from `before`. */
export type EventChange = {
  /** Path of names, parted by dots. */
  field: string;
  /** Undefined where the event tells only what is, not what was. */
  before?: EventValue;
  after: EventValue;
};

/**
 * What an event's details say has changed. `before` and `after` are compared name by name, and what
 * is the same in both is left out; everything else is told as it is.
 */
export function eventChanges(details: Readonly<Record<string, unknown>>): EventChange[] {
  const { before, after, ...rest } = details as Readonly<Record<string, EventValue>>;
  const told = leavesOf(rest).map(([field, value]) => ({ field, after: value }));
  const was = new Map(leavesOf(namesIn(before)));
  const is = new Map(leavesOf(namesIn(after)));
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
  return [...changed, ...told];
}

/** Nested names become one path; lists and texts in two languages stay whole. */
function leavesOf(values: Readonly<Record<string, EventValue>>, path = ''): [string, EventValue][] {
  return Object.entries(values).flatMap(([name, value]): [string, EventValue][] => {
    const field = path === '' ? name : `${path}.${name}`;
    if (isGroup(value)) return leavesOf(value, field);
    return [[field, value]];
  });
}

function isGroup(value: EventValue): value is { readonly [name: string]: EventValue } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !isBilingual(value);
}

/** Whether a value is one text in both languages. */
export function isBilingual(value: EventValue): value is { zh: string; en: string } {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

function namesIn(value: EventValue | undefined): Readonly<Record<string, EventValue>> {
  if (value === undefined || value === null) return {};
  return isGroup(value) ? value : { value };
}
