/** What the pages of import and open data show; instants are ISO 8601 texts. The use cases fill them. */
import type { JudgedRow, RowOutcome } from '../../domain/register/import-row.ts';
import type { RegisterColumn } from '../../domain/register/register-column.ts';

export type TrialCounts = Record<RowOutcome, number>;

export type ImportTrial = {
  importId: string;
  fileName: string;
  readAt: string;
  appliedAt: string | null;
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
  readAt: string;
  storedAt: string | null;
  counts: Record<ReleaseState, number>;
  rows: ReceivedReleaseRow[];
  from: number;
  count: number;
  previous: number | null;
  next: number | null;
};

/** What is wrong with a package, and where: a JSON pointer. */
export type PackageProblemView = {
  path: string;
  code:
    | 'ocds.not-json'
    | 'ocds.inexact'
    | 'ocds.too-deep'
    | 'ocds.not-a-package'
    | 'ocds.empty'
    | 'ocds.too-many'
    | 'ocds.not-an-object'
    | 'ocds.linked'
    | 'ocds.ocid-missing'
    | 'ocds.ocid-differs'
    | 'ocds.id-missing'
    | 'ocds.date-missing'
    | 'ocds.tag-missing'
    | 'ocds.twice';
};
