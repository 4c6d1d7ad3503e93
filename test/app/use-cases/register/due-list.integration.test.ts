import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueList } from '#app/use-cases/register/due-list.server.ts';
import { demoProject, type DemoProject } from '#test/support/demo-project.ts';

let project: DemoProject;

beforeAll(async () => {
  project = await demoProject();
});

afterAll(async () => {
  await project.close();
});

describe('the due list', () => {
  test('x', async () => {
    for (const e of [
      'firm-a@demo.test',
      'pmo@demo.test',
      'expert@demo.test',
      'lead@bank.demo.test',
      'observer@demo.test',
      'external@demo.test',
    ]) {
      const l = await dueList({
        actor: await project.person(e),
        show: null,
        after: null,
        now: new Date(),
      });
      process.stderr.write(
        e +
          ' ' +
          l.show +
          ' ' +
          JSON.stringify(l.rows.map((r) => [r.group, r.act, r.code, r.title.en, r.workingDays])) +
          '\n',
      );
    }
    expect(1).toBe(1);
  });
});
