/** What can be linked to the data models. */
export const RECORD_TYPES = [
  'assignment',
  'document',
  'thread',
  'deliverable',
  'commitment',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** One record, written `document:01J…` in addresses and forms. */
export type RecordReference = { type: RecordType; id: string };

/** A target in the registry, written `element:01J…` or `instance:01J…`. */
export type ModelTarget = { type: 'element' | 'instance'; id: string };

export function writeReference(reference: { type: string; id: string }): string {
  return `${reference.type}:${reference.id}`;
}

export function parseRecordReference(value: string): RecordReference | null {
  const [type, id = ''] = value.split(':');
  const known = RECORD_TYPES.find((candidate) => candidate === type);
  return known === undefined || id === '' ? null : { type: known, id };
}

export function parseModelTarget(value: string): ModelTarget | null {
  const [type, id = ''] = value.split(':');
  return (type === 'element' || type === 'instance') && id !== '' ? { type, id } : null;
}
