import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportRegister } from '#app/use-cases/exchange/export-register.server.ts';
import { viewCodes } from '#app/use-cases/exchange/view-codes.server.ts';
import { readRegisterQuery } from '#app/domain/register/register-query.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

const now = new Date('2026-11-21T02:00:00Z');
let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

/** Codes in the workbook of the view that `search` names. */
async function exportedCodes(email: string, search: string) {
  const actor = await project.person(email);
  const { query } = readRegisterQuery(new URLSearchParams(search));
  const codes = await viewCodes({ actor, query, locale: 'en', now });
  const answer = await exportRegister({ actor, codes, locale: 'en', now });
  const read = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value[0]?.rows.slice(1).map(({ cells }) => cells[0]?.value);
}

it('a workbook holds the rows of the view in its order, from all its pages', async () => {
  expect(await exportedCodes('pmo@demo.test', 'component=4&sort=code&dir=desc')).toEqual([
    'PMI-26',
    'PMI-23',
    'PMI-22',
  ]);
  expect(await exportedCodes('pmo@demo.test', 'page=2')).toHaveLength(27);
});

it('a firm takes out its own rows only, whatever the address asks for', async () => {
  expect(await exportedCodes('firm-a@demo.test', '')).toEqual(['PMI-3', 'PMI-17']);
  expect(await exportedCodes('firm-a@demo.test', 'component=4')).toEqual([]);
});
