import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWorkingDay } from '#app/domain/calendar/working-days.ts';
import { calendarPage } from '#app/use-cases/calendar/calendar-page.server.ts';
import { overrideDay } from '#app/use-cases/calendar/override-day.server.ts';
import { database } from '#db/connection.ts';
import { findCalendar } from '#db/queries/calendar.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});
afterAll(async () => {
  await project.close();
});

describe('a day that the office sets', () => {
  test('wins over the published calendar, until it is taken back', async () => {
    expect(await isWorked('2026-10-08')).toBe(true);
    expect(await set('pmo@demo.test', { is: 'FREE', reason: '搬迁' })).toBe('done');
    expect(await isWorked('2026-10-08')).toBe(false);
    expect(await set('pmo@demo.test', { is: 'PUBLISHED', reason: '' })).toBe('done');
    expect(await isWorked('2026-10-08')).toBe(true);
  });

  test('needs a reason, a day that there is, and the right', async () => {
    const wanted = { is: 'FREE', reason: '搬迁' } as const;
    expect(await set('pmo@demo.test', { ...wanted, reason: ' ' })).toBe('reason.missing');
    expect(await set('pmo@demo.test', { ...wanted, date: '2026-02-30' })).toBe('date.invalid');
    expect(await set('expert@demo.test', wanted)).toBe('not-allowed');
    expect(await set('external@demo.test', wanted)).toBe('not-found');
  });
});

test('the published holidays are those of the notices, and a year without one is named', async () => {
  expect(await isWorked('2026-02-14')).toBe(true);
  expect(await isWorked('2026-02-16')).toBe(false);
  const page = await calendarPage(await project.person('firm-a@demo.test'), '2026-11-20');
  expect(page?.years.map(({ year, source }) => [year, source])).toEqual([
    [2025, '国办发明电〔2024〕12号'],
    [2026, '国办发明电〔2025〕7号'],
    [2027, null],
  ]);
});

async function isWorked(date: string): Promise<boolean> {
  return isWorkingDay(await findCalendar(database()), date);
}

async function set(
  email: string,
  wanted: { is: 'FREE' | 'PUBLISHED'; reason: string; date?: string },
): Promise<string> {
  const actor = await project.person(email);
  const outcome = await overrideDay({ actor, date: '2026-10-08', ...wanted, now: new Date() });
  return outcome.ok ? 'done' : outcome.refusal.code;
}
