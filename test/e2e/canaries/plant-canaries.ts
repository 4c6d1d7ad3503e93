import pg from 'pg';

/** What no page, answer or file for a stranger to a contract may hold. */
export const CANARY = 'CANARY';
/** An amount in minor units that nothing else comes to, and how it may be written. */
const CANARY_AMOUNT = 98_765_432_100;
export const CANARY_MARKS: readonly RegExp[] = [/CANARY/i, /987[,.\s ]?654[,.\s ]?321/];

/**
 * Turns every text and amount of every assignment but the `kept` ones into a marker, past triggers
 * that keep what happened. Answers how many values were planted, and which columns of free text
 * nobody thought of: a new table has to be named here.
 */
export async function plantCanaries(
  connectionString: string,
  kept: readonly string[],
): Promise<{ planted: number; forgotten: string[] }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    await client.query(
      `create temp table foreign_assignments as select id from assignments where code <> all($1)`,
      [kept],
    );
    await client.query(FOREIGN_FIRMS);
    let planted = 0;
    for (const [table, { columns, amounts = [], where }] of Object.entries(FOREIGN_ROWS)) {
      const texts = columns.map((column) => `${column} = ${markerFor(table, column)}`);
      const sums = amounts.map(
        (column) => `${column} = case when ${column} is not null then ${CANARY_AMOUNT} end`,
      );
      const { rowCount } = await client.query(
        `update ${table} set ${[...texts, ...sums].join(', ')} where ${where}`,
      );
      planted += (rowCount ?? 0) * (texts.length + sums.length);
    }
    return { planted, forgotten: await forgottenColumns(client) };
  } finally {
    await client.end();
  }
}

/** The firms that hold none of the kept assignments. */
const FOREIGN_FIRMS = `create temp table foreign_firms as
  select id from organisations where kind = 'FIRM' and id not in (
    select organisation_id from assignment_holders
    where assignment_id not in (select id from foreign_assignments))`;

/** Texts that are unique stay so: each marker ends with the key of its row. */
function markerFor(table: string, column: string): string {
  if (JSON_COLUMNS.includes(`${table}.${column}`)) {
    const value =
      table === 'register_imports'
        ? '[{"text":"CANARY"}]'
        : '{"reason":"CANARY","assignment.title.zh":"CANARY"}';
    return `'${value}'::jsonb`;
  }
  return `'${CANARY}-${table}-${column}-' || substr(md5(random()::text), 1, 8)`;
}

const JSON_COLUMNS = [
  'audit_events.details',
  'document_versions.register_values',
  'ocds_releases.body',
  'register_imports.rows',
];

type Rows = { columns: string[]; amounts?: string[]; where: string };
const OF_ASSIGNMENT = 'assignment_id in (select id from foreign_assignments)';
const of = (column: string, table: string, where = OF_ASSIGNMENT) =>
  `${column} in (select id from ${table} where ${where})`;
const OF_DOCUMENT = of('document_id', 'documents');
const OF_CONTRACT = of('contract_id', 'contracts');
const OF_DELIVERABLE = of('deliverable_id', 'deliverables');
const OF_CANDIDATE = of('candidate_id', 'candidates');

const FOREIGN_ROWS: Record<string, Rows> = {
  assignments: {
    columns: ['title_zh', 'title_en', 'step_reference'],
    amounts: ['planned_amount_minor'],
    where: 'id in (select id from foreign_assignments)',
  },
  assignment_transitions: { columns: ['reason'], where: OF_ASSIGNMENT },
  documents: { columns: ['title'], where: OF_ASSIGNMENT },
  document_versions: { columns: ['reason', 'register_values'], where: OF_DOCUMENT },
  threads: { columns: ['quote', 'prefix', 'suffix', 'suggested_text'], where: OF_DOCUMENT },
  messages: { columns: ['body'], where: of('thread_id', 'threads', OF_DOCUMENT) },
  deliverables: { columns: ['title_zh', 'title_en'], where: OF_ASSIGNMENT },
  deliverable_events: { columns: ['reason'], where: OF_DELIVERABLE },
  time_requests: { columns: ['reason'], where: OF_DELIVERABLE },
  time_request_decisions: {
    columns: ['note'],
    where: of('time_request_id', 'time_requests', OF_DELIVERABLE),
  },
  milestones: { columns: ['title_zh', 'title_en'], where: OF_ASSIGNMENT },
  milestone_events: { columns: ['note'], where: of('milestone_id', 'milestones') },
  candidates: { columns: ['name_zh', 'name_en'], where: 'true' },
  candidate_events: { columns: ['reason'], where: OF_CANDIDATE },
  criteria: { columns: ['text_zh', 'text_en'], where: 'true' },
  evaluation_scores: { columns: ['note'], where: OF_CANDIDATE },
  conflict_declarations: { columns: ['statement'], where: OF_CANDIDATE },
  financial_proposals: { columns: [], amounts: ['amount_minor'], where: 'true' },
  no_objections: { columns: ['note'], where: 'true' },
  no_objection_decisions: { columns: ['comments'], where: 'true' },
  contracts: { columns: [], amounts: ['amount_minor'], where: OF_ASSIGNMENT },
  contract_amendments: { columns: ['reason'], where: OF_CONTRACT },
  payments: { columns: [], amounts: ['amount_minor'], where: OF_CONTRACT },
  payment_events: { columns: ['reference'], where: of('payment_id', 'payments', OF_CONTRACT) },
  commitments: { columns: ['text_zh', 'text_en', 'unit', 'quote'], where: OF_ASSIGNMENT },
  commitment_checks: { columns: ['evidence'], where: of('commitment_id', 'commitments') },
  audit_events: { columns: ['details'], where: OF_ASSIGNMENT },
  ocds_releases: { columns: ['file_name', 'body'], where: 'true' },
  register_imports: { columns: ['file_name', 'rows'], where: 'true' },
  organisations: {
    columns: ['name_zh', 'name_en'],
    where: 'id in (select id from foreign_firms)',
  },
  people: {
    columns: ['name_zh', 'name_en'],
    where: `id in (select person_id from memberships
      where organisation_id in (select id from foreign_firms))`,
  },
};

/** Texts that tell nothing of a contract, or that everybody may know, with the reason. */
const OPEN_TO_ALL: Record<string, string> = {
  projects: 'the project is public',
  components: 'the components are public',
  calendar_years: 'public notices',
  calendar_days: 'public holidays',
  calendar_overrides: 'the calendar is for everybody who works by it',
  procurement_rules: 'rules are for everybody they bind',
  model_elements: 'the registry is for everybody',
  model_instances: 'the registry is for everybody',
  people: 'addresses and passwords are never sent; names are planted',
  sessions: 'hashes',
  sign_in_attempts: 'never sent',
  saved_views: 'of one person; asked by that person alone',
  assignments: 'codes and currencies say nothing by themselves',
  document_sessions: 'hashes',
  documents: 'template keys',
  audit_events: 'names of what happened; the details are planted',
  attachments: 'media types',
  candidates: 'planted',
  contracts: 'currencies',
  financial_proposals: 'currencies',
  commitments: 'numbers as text; the words are planted',
  commitment_checks: 'numbers as text; the evidence is planted',
  ocds_releases: 'planted in the body',
};

/** Columns of free text that are neither planted nor explained. */
async function forgottenColumns(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(`
    select table_name, column_name from information_schema.columns c
    where table_schema = 'public' and data_type in ('text', 'jsonb')
      and column_name <> 'id' and column_name !~ '(_id|_by)$'
      and not exists (
        select 1 from pg_constraint k where k.contype = 'c'
          and k.conrelid = format('%I', c.table_name)::regclass
          and pg_get_constraintdef(k.oid) ~ ('\\m' || c.column_name || '\\M = ANY')
      )`);
  return rows
    .filter(({ table_name: table, column_name: column }) => {
      if (FOREIGN_ROWS[table]?.columns.includes(column) === true) return false;
      return OPEN_TO_ALL[table] === undefined;
    })
    .map(({ table_name: table, column_name: column }) => `${table}.${column}`)
    .sort();
}
