/** What the pages of import and open data show. Types only; the use cases fill them. */
import type { JudgedRow, RowOutcome } from '../../domain/register/import-row.ts';
import type { RegisterColumn } from '../../domain/register/register-column.ts';

export type TrialCounts = Record<RowOutcome, number>;

export type ImportTrial = {
  importId: string;
  fileName: string;
  readAt: Date;
  appliedAt: Date | null;
  counts: TrialCounts;
  /** Null shows the rows of every outcome. */
  shown: RowOutcome | null;
  rows: JudgedRow[];
  /** The first row shown counts from 1; `count` is all rows of the shown outcome. */
  from: number;
  count: number;
  previous: number | null;
  next: number | null;
};

export type ReleaseState = 'NEW' | 'KNOWN' | 'OTHER';

export type ReceivedReleaseRow = {
  ocid: string;
  releaseId: string;
  date: string;
  tag: string[];
  /** Code of the assignment that it is about. */
  code: string | null;
  state: ReleaseState;
  /** Where it says otherwise than the register; the register stays as it is. */
  differences: { column: RegisterColumn; register: string; release: string }[];
  fieldCount: number;
};

export type OcdsTrial = {
  importId: string;
  fileName: string;
  readAt: Date;
  storedAt: Date | null;
  counts: Record<ReleaseState, number>;
  rows: ReceivedReleaseRow[];
  from: number;
  count: number;
  previous: number | null;
  next: number | null;
};
