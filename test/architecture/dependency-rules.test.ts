import { cruise, type IReporterOutput, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';
import { cruiseOptions, rules } from './dependency-rules.mjs';

const CANARIES = 'test/architecture/canaries/';
const PASSES = ['written', 'running'] as const;
const RULE_NAMES = PASSES.flatMap((pass) => rules({ pass }).map(({ name }) => name));

/** A canary is named after its rule, except where the rule is about one file. */
const CANARY_OF = new Map([['framework-knows-nothing-of-us', 'framework']]);

describe('the canaries', () => {
  let caught: Violation[] = [];
  beforeAll(async () => {
    caught = await violations(CANARIES, ['app', 'server', 'db', 'docs-templates']);
  }, 60_000);

  test.each(RULE_NAMES)('the rule %s catches its own canary and no other file', (name) => {
    const files = caught.filter(({ rule }) => rule === name).map(({ from }) => canaryName(from));

    expect([...new Set(files)]).toEqual([CANARY_OF.get(name) ?? name]);
  });
});

test('the tree keeps every dependency rule', { timeout: 120_000 }, async () => {
  const broken = await violations('', ['app', 'server', 'db', 'docs-templates']);

  expect(broken.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`)).toEqual([]);
});

type Violation = { rule: string; from: string; to: string };

async function violations(root: string, folders: string[]): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const pass of PASSES) {
    const outcome = await cruise(
      folders.map((folder) => `${root}${folder}`),
      {
        ...cruiseOptions({ root, pass }),
        validate: true,
        ruleSet: { forbidden: rules({ root, pass }) },
      },
    );
    for (const { rule, from, to } of result(outcome).summary.violations) {
      found.push({ rule: rule.name, from, to });
    }
  }
  return found;
}

function result({ output }: IReporterOutput): ICruiseResult {
  if (typeof output === 'string') throw new Error(`not a cruise result: ${output.slice(0, 200)}`);
  return output;
}

/** `…/only-db-speaks-sql.server.ts` -> `only-db-speaks-sql` */
function canaryName(path: string): string {
  return path.replace(/^.*\//, '').replace(/[.].*$/, '');
}
