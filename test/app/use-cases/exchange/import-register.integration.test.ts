import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportRegister, importTemplate } from '#app/use-cases/exchange/export-register.server.ts';
import { applyImport } from '#app/use-cases/exchange/apply-import.server.ts';
import { importTrial } from '#app/use-cases/exchange/import-trial.server.ts';
import { tryImport } from '#app/use-cases/exchange/try-import.server.ts';
import { correctAssignmentFacts } from '#app/use-cases/register/correct-assignment-facts.server.ts';
import { LOCALES } from '#app/domain/shared/locale.ts';
import type { Person } from '#app/domain/people/person.ts';
import { database } from '#db/connection.ts';
import { findAssignments } from '#db/queries/assignments.ts';
import { auditEvents } from '#db/schema/audit.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';
import { HEADERS, newRow, registerWorkbook, type RowWords } from './register-workbook.ts';

const now = new Date('2026-11-21T02:00:00Z');
let project: DemoProject;
let office: Person;

beforeEach(async () => {
  project = await demoProject();
  office = await project.person('pmo@demo.test');
});

afterEach(async () => {
  await project.close();
});

async function tried(bytes: Uint8Array) {
  const outcome = await tryImport({ actor: office, fileName: 'register.xlsx', bytes, now });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { importId } = outcome.value;
  const trial = await importTrial({ actor: office, importId, shown: null, page: 0 });
  if (trial === null) throw new Error('There is no trial.');
  return trial;
}

async function exported(locale: (typeof LOCALES)[number] = 'en') {
  const codes = (await findAssignments(database())).map(({ code }) => code);
  const answer = await exportRegister({ actor: office, codes, locale, now });
  return new Uint8Array(await answer.arrayBuffer());
}

async function register() {
  const records = await findAssignments(database());
  return new Map(records.map((record) => [record.code, record]));
}

/** 26 sub-contracts as they stand, said again, and individual assignments to 300 rows. */
async function threeHundredRows(): Promise<RowWords[]> {
  const present = [...(await register()).values()].filter(({ kind }) => kind === 'SUBCONTRACT');
  const subcontracts = present.map(({ code, title, component, method, review }): RowWords => ({
    code,
    kind: 'Sub-contract',
    component: String(component?.no),
    titleZh: title.zh,
    titleEn: `${title.en} 2026`,
    method,
    review,
  }));
  const individuals = Array.from({ length: 300 - subcontracts.length }, (_, index) =>
    newRow(`PMI-${index + 31}`),
  );
  return [...subcontracts, ...individuals];
}

describe('importing a register of 300 rows', () => {
  it('takes in 288 and names the 12 faults by row, column and rule', async () => {
    const rows = await threeHundredRows();
    const faults: [row: number, fault: RowWords, names: string][] = [
      [30, { code: 'PMI-31' }, 'code code-twice'],
      [40, { kind: '分包合同' }, 'code code-kind'],
      [50, { method: 'QXBS' }, 'method method-unknown'],
      [60, { component: '7' }, 'component component-unknown'],
      [70, { stage: 'Half done' }, 'stage stage-unknown'],
      [80, { plannedAmount: 'a lot' }, 'plannedAmount amount-malformed'],
      [90, { plannedAmount: '-5' }, 'plannedAmount amount-negative'],
      [100, { startsOn: '2026-05-01', endsOn: '2026-04-01' }, 'endsOn end-before-start'],
      [110, { signedOn: '2026-06-01', startsOn: '2026-05-01' }, 'signedOn signed-after-start'],
      [120, { titleEn: '' }, 'titleEn title-missing'],
      [130, { stage: 'Signed' }, 'stage stage-new'],
      [140, { startsOn: '2026-02-30' }, 'startsOn date-malformed'],
    ];
    for (const [row, fault] of faults) Object.assign(rows[row - 2] ?? {}, fault);
    const trial = await tried(registerWorkbook(rows));
    expect(trial.counts).toEqual({ NEW: 262, CHANGED: 26, UNCHANGED: 0, REFUSED: 12 });
    const refused = trial.rows.filter(({ outcome }) => outcome === 'REFUSED');
    expect(
      refused.map(({ number, problems }) => [
        number,
        problems.map(({ column, rule }) => `${column} ${rule}`),
      ]),
    ).toEqual(faults.map(([row, , names]) => [row, expect.arrayContaining([names]) as unknown]));
    expect((await register()).size).toBe(27);

    const applied = await applyImport({ actor: office, importId: trial.importId, now });
    expect(applied).toEqual({ ok: true, value: { applied: 288 } });
    const after = await register();
    expect(after.size).toBe(27 + 262);
    expect(after.get('PMI-34')).toMatchObject({
      kind: 'INDIVIDUAL',
      stage: 'PLANNED',
      method: 'INDV',
      review: 'POST',
      component: { no: 2 },
      titleIsAssumed: false,
      planned: { amountMinor: 12_345_678, currency: 'CNY' },
    });
    expect(after.get('PMI-1')?.title.en).toMatch(/ 2026$/);
    expect(after.get('PMI-1')?.method).toBe('QCBS');
  });

  it('writes for each row who changed what, before and after', async () => {
    const rows = await threeHundredRows();
    const { importId } = await tried(registerWorkbook(rows.slice(0, 30)));
    await applyImport({ actor: office, importId, now });
    const events = (await database().select().from(auditEvents)).filter(
      ({ action }) => action === 'assignment.imported',
    );
    expect(events).toHaveLength(30);
    expect(events.every(({ actorId, assignmentId }) => actorId === office.id && assignmentId)).toBe(
      true,
    );
    const changed = events.find(({ details }) => details.row === 2);
    expect(changed?.details).toMatchObject({
      importId,
      before: { titleEn: expect.not.stringMatching(/2026$/) as unknown },
      after: { titleEn: expect.stringMatching(/2026$/) as unknown },
    });
  });
});

describe('an export that is imported again', () => {
  it.each(LOCALES)('changes nothing, in %s', async (locale) => {
    const { importId } = await tried(
      registerWorkbook([newRow('PMI-31', { stepReference: 'CN-PMI-31' }), newRow('PMI-32')]),
    );
    await applyImport({ actor: office, importId, now });
    const before = await register();
    const trial = await tried(await exported(locale));
    expect(trial.counts).toEqual({ NEW: 0, CHANGED: 0, UNCHANGED: 29, REFUSED: 0 });
    expect(await applyImport({ actor: office, importId: trial.importId, now })).toEqual({
      ok: false,
      refusal: { code: 'import.nothing' },
    });
    expect(await register()).toEqual(before);
    expect(await exported(locale)).toEqual(await exported(locale));
  });
});

describe('an import that cannot be applied', () => {
  it('because the register moved since the trial is shown again, and nothing is changed', async () => {
    const rows: RowWords[] = [
      { code: 'PMI-5', titleEn: 'Another title' },
      { code: 'PMI-6', titleEn: 'One more title' },
    ];
    const { importId } = await tried(registerWorkbook(rows, { columns: ['code', 'titleEn'] }));
    await correctAssignmentFacts({
      actor: office,
      code: 'PMI-6',
      titleZh: '另一标题',
      titleEn: 'One more title',
      componentId: null,
      now,
    });
    expect(await applyImport({ actor: office, importId, now })).toEqual({
      ok: false,
      refusal: { code: 'import.moved' },
    });
    expect((await register()).get('PMI-5')?.title.en).not.toBe('Another title');
    const again = await importTrial({ actor: office, importId, shown: null, page: 0 });
    expect(again?.counts).toMatchObject({ CHANGED: 1, UNCHANGED: 1 });
    expect(await applyImport({ actor: office, importId, now })).toMatchObject({ ok: true });
    expect((await register()).get('PMI-5')?.title.en).toBe('Another title');
  });

  it('because it was applied already is refused', async () => {
    const { importId } = await tried(registerWorkbook([newRow('PMI-31')]));
    const both = await Promise.all([
      applyImport({ actor: office, importId, now }),
      applyImport({ actor: office, importId, now }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'import.applied' } });
  });

  it('two trials with one new code: the second is told that the register moved', async () => {
    const trials = [
      await tried(registerWorkbook([newRow('PMI-31')])),
      await tried(registerWorkbook([newRow('PMI-31')])),
    ];
    const outcomes = await Promise.all(
      trials.map(({ importId }) => applyImport({ actor: office, importId, now })),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: 'import.moved' },
    });
  });
});

describe('who may not add assignments', () => {
  it.each(['expert@demo.test', 'firm-a@demo.test', 'lead@bank.demo.test', 'admin@demo.test'])(
    'finds nothing: %s',
    async (email) => {
      const actor = await project.person(email);
      const bytes = registerWorkbook([newRow('PMI-31')]);
      const nothing = { ok: false, refusal: { code: 'not-found' } };
      expect(await tryImport({ actor, fileName: 'a.xlsx', bytes, now })).toEqual(nothing);
      const { importId } = await tried(bytes);
      expect(await importTrial({ actor, importId, shown: null, page: 0 })).toBeNull();
      expect(await applyImport({ actor, importId, now })).toEqual(nothing);
      expect((await register()).has('PMI-31')).toBe(false);
    },
  );
});

describe('a workbook that is not a register', () => {
  const code = async (bytes: Uint8Array) => {
    const outcome = await tryImport({ actor: office, fileName: 'a.xlsx', bytes, now });
    return outcome.ok ? 'read' : [outcome.refusal.code, outcome.refusal.detail];
  };
  const headers = Object.values(HEADERS);

  it('is refused with what is wrong about its headers', async () => {
    expect(await code(registerWorkbook([newRow('PMI-31')], { headers: ['a', 'b', 'c'] }))).toEqual([
      'import.no-header',
      undefined,
    ]);
    expect(
      await code(registerWorkbook([newRow('PMI-31')], { headers: [...headers, 'Colour'] })),
    ).toEqual(['import.header-unknown', 'Colour']);
    expect(
      await code(registerWorkbook([newRow('PMI-31')], { headers: [...headers, '编号'] })),
    ).toEqual(['import.header-twice', '编号']);
    expect(await code(registerWorkbook([]))).toEqual(['import.no-rows', undefined]);
    expect(await code(new Uint8Array([1, 2]))).toEqual(['xlsx.not-a-workbook', undefined]);
  });

  it('while the template is one, in both languages', async () => {
    for (const locale of LOCALES) {
      const bytes = new Uint8Array(await (await importTemplate(locale)).arrayBuffer());
      expect(await code(bytes)).toEqual(['import.no-rows', undefined]);
      const read = await readXlsx(bytes);
      expect(read.ok && read.value[1]?.rows.length).toBe(8);
    }
  });
});
