/** A whole number from the address, or null where it names none. */
export function sequenceOf(request: Request, name: string): number | null {
  const value = new URL(request.url).searchParams.get(name);
  if (value === null || !/^\d{1,15}$/.test(value)) return null;
  return Number(value);
}
