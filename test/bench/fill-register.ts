import pg from 'pg';

/**
 * Fills the register up to `contracts` individual assignments besides the demo, PMI-1001 onward:
 * each with 20 deliverables (some late, some handed in, some accepted), 20 milestones, a role and,
 * every third, a signed contract with a payment for each deliverable.
 */
export async function fillRegister(connectionString: string, contracts: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of STATEMENTS) {
      // A statement takes only the parameters that stand in it.
      await client.query(statement, statement.includes('$1') ? [contracts] : []);
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** Keys are of the length of a ULID. */
const KEY = (letter: string, number: string) => `'${letter}' || lpad((${number})::text, 25, '0')`;
const NEW = `not exists (select from assignments there where there.id = ${KEY('A', 'n')})`;
const FRESH = `assignments a where a.id like 'A0%' and not exists
  (select from deliverables there where there.assignment_id = a.id)`;

const STATEMENTS = [
  `insert into assignments (id, project_id, kind, code, component_id, title_zh, title_en,
      title_is_assumed, component_is_assumed, method, stage, is_demo,
      planned_amount_minor, planned_currency)
    select ${KEY('A', 'n')}, (select id from projects limit 1), 'INDIVIDUAL', 'PMI-' || (1000 + n),
      (select id from components where no = 1 + n % 4), '任务 ' || n, 'Assignment ' || n,
      true, true, 'INDV',
      (array['PLANNED', 'TOR_DRAFT', 'TOR_REVIEW', 'COMPARED', 'IMPLEMENTING', 'IMPLEMENTING',
        'IMPLEMENTING', 'CLOSED'])[1 + n % 8], true, 10000000 + n, 'CNY'
    from generate_series(1, $1::int) n where ${NEW}`,
  `insert into assignment_roles (assignment_id, person_id, role)
    select a.id, (select id from people where email = 'expert@demo.test'), 'TOR_LEAD'
    from ${FRESH}`,
  `insert into contracts (id, assignment_id, organisation_id, signed_on, starts_on, ends_on,
      currency, amount_minor, entered_by, entered_at)
    select 'C' || substr(a.id, 2), a.id,
      (select id from organisations where kind = 'FIRM' order by id limit 1), '2026-01-05',
      '2026-01-05', '2027-01-04', 'CNY', 9000000,
      (select id from people where email = 'pmo@demo.test'), now()
    from ${FRESH} and right(a.id, 1) in ('0', '3', '6')`,
  `insert into milestones (id, assignment_id, no, type, title_zh, title_en, due_on)
    select 'M' || substr(a.id, 4) || lpad(no::text, 2, '0'), a.id, no, 'REPORTING', '里程碑 ' || no,
      'Milestone ' || no, current_date + no * 7 - 60
    from (select a.id from ${FRESH}) a, generate_series(1, 20) no`,
  `with made as (
      insert into deliverables (id, assignment_id, no, kind, title_zh, title_en, due_on)
      select 'D' || substr(a.id, 4) || lpad(no::text, 2, '0'), a.id, no,
        (array['INCEPTION', 'INTERIM', 'FINAL'])[1 + no % 3], '成果 ' || no, 'Deliverable ' || no,
        current_date + no * 9 - 90
      from (select a.id from ${FRESH}) a, generate_series(1, 20) no
      returning id, no
    )
    insert into deliverable_events (id, deliverable_id, event, side, at, person_id)
    select substr(event, 1, 1) || substr(made.id, 2), made.id, event,
      case when event = 'SUBMITTED' then null else 'PMO' end,
      now() - interval '90 days' + made.no * interval '1 day' +
        case when event = 'SUBMITTED' then interval '0' else interval '1 hour' end,
      (select id from people where email = 'pmo@demo.test')
    from made, unnest(array['SUBMITTED', 'ACCEPTED']) event
    where made.no <= 8 or (made.no = 9 and event = 'SUBMITTED')`,
  `insert into payments (id, contract_id, no, deliverable_id, amount_minor)
    select 'P' || substr(d.id, 2), k.id, d.no, d.id, 450000
    from contracts k join deliverables d on d.assignment_id = k.assignment_id
    where k.id like 'C0%' and not exists (select from payments p where p.contract_id = k.id)`,
];
