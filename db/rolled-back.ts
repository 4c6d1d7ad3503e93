import pg from 'pg';

/**
 * Whether the database itself has said that nothing of a statement is stored, and that the fault is
 * in what it was asked or in who asked beside it. After any other fault the statement may have been
 * committed: the connection was lost, the answer took too long, the server went down.
 */
export function isRolledBack(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && ROLLED_BACK.test(fault.code ?? '');
}

/** Whether it was refused because the document is locked; see migration `document_lock`. */
export function isLocked(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.code === '23000';
}

/** SQLSTATE: bad data, broken constraints, a trigger that refuses, serialisation, a deadlock, a lock held by others. */
const ROLLED_BACK = /^(22|23|P0)...$|^40(001|P01)$|^55P03$/;
