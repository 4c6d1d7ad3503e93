/**
 * Ids below 0x7FFFFFFF, as Word demands, that stay the same from export to export because they
 * are computed from what they name (FNV-1a, 32 bits). Two that collide are told apart by order.
 */
export function durableIds(keys: readonly string[]): number[] {
  const taken = new Set<number>();
  return keys.map((key) => {
    let id = hash(key) % DURABLE_ID_MAX;
    while (id === 0 || taken.has(id)) id = (id + 1) % DURABLE_ID_MAX;
    taken.add(id);
    return id;
  });
}

/** Eight capital digits, as in `w14:paraId`. */
export function hexadecimal(id: number): string {
  return id.toString(16).toUpperCase().padStart(8, '0');
}

function hash(key: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}

const DURABLE_ID_MAX = 0x7fff_fffe;
