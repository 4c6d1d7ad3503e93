/** What trial and application of an import share. */
import type { Queryable } from '#db/connection.ts';
import {
  findAssignments,
  findComponents,
  type AssignmentRecord,
  type ComponentRecord,
} from '#db/queries/assignments.ts';
import type { Person } from '../../domain/people/person.ts';
import type { GivenRow, JudgedRow, Register } from '../../domain/register/import-row.ts';
import type { ColumnValues } from '../../domain/register/register-column.ts';
import { exchangeWords, vocabularyOf } from './exchange-words.server.ts';
import { registerFacts } from './register-facts.server.ts';

/** A row of a trial as it is kept: what stood in the file, and what it would do. */
export type TrialRow = { type: 'assignment'; given: GivenRow; judged: JudgedRow };

export type PresentRegister = Register & {
  records: ReadonlyMap<string, AssignmentRecord>;
  facts: ReadonlyMap<string, ColumnValues>;
  components: readonly ComponentRecord[];
};

/** The register as it is now, for rows to be judged by. */
export async function presentRegister(db: Queryable, actor: Person): Promise<PresentRegister> {
  const components = await findComponents(db);
  const found = await findAssignments(db);
  const records = new Map(found.map((record) => [record.code, record]));
  const facts = await registerFacts(db, actor, found);
  const words = await exchangeWords();
  return {
    records,
    facts,
    components,
    vocabulary: vocabularyOf(
      words,
      components.map(({ no }) => no),
    ),
    find: (code) => {
      const values = facts.get(code);
      const record = records.get(code);
      return values && record && { values, stage: record.stage };
    },
  };
}

export function isTrialRow(row: unknown): row is TrialRow {
  return typeof row === 'object' && row !== null && 'type' in row && row.type === 'assignment';
}
