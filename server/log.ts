/** The only file that writes to the console. Plain lines; people read them, and so do collectors. */

export function logLine(line: string): void {
  console.log(line);
}

/** A fault is a bug or a broken environment; expected refusals are never logged as faults. */
export function logFault(what: string, fault: unknown): void {
  const detail = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  console.error(`${new Date().toISOString()} ${what}\n${detail}`);
}
