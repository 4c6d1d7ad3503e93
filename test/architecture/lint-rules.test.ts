import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

const withTypes = new ESLint();
/** Samples at paths where no file lies: the rules of the folder apply, those on types cannot. */
const withoutTypes = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

const WRONG: [path: string, rule: string, code: string][] = [
  ['app/features/register/Sample.tsx', 'no-restricted-syntax', '<p>Words</p>'],
  ['app/routes/sample.tsx', 'no-restricted-syntax', '<p>大纲</p>'],
  ['app/ui/Sample.tsx', 'no-restricted-syntax', "<p>{'Words'}</p>"],
  ['app/ui/Sample.tsx', 'no-restricted-syntax', '<p>{`${count} words`}</p>'],
  ['app/editor/Sample.tsx', 'no-restricted-syntax', '<button aria-label="Words" />'],
  ['app/root.tsx', 'no-restricted-syntax', "<input placeholder={'Words'} />"],
  ['app/domain/register/sample.ts', 'no-restricted-syntax', 'new Date()'],
  ['app/domain/register/sample.ts', 'no-restricted-syntax', 'Math.random()'],
  ['app/use-cases/register/sample.server.ts', 'no-restricted-syntax', 'Date.now()'],
  ['app/use-cases/register/sample.server.ts', 'no-restricted-syntax', 'process.env.PORT'],
  ['server/api/sample.ts', 'no-restricted-syntax', 'process.env.PORT'],
  ['db/queries/sample.ts', 'no-restricted-syntax', 'function show(all: boolean) {}'],
  [
    'app/editor/plugins/sample.ts',
    'no-restricted-syntax',
    'root.observeDeep(() => editor.update(() => mend()))',
  ],
  [
    'app/editor/comments/sample.ts',
    'no-restricted-syntax',
    "doc.on('update', () => { editor.update(() => mend()) })",
  ],
  [
    'server/collab/sample.ts',
    'no-restricted-syntax',
    'function seed() { Y.applyUpdate(doc, state); editor.update(() => fill()) }',
  ],
  ['app/features/sample.ts', 'no-restricted-imports', "import '@remix-run/react'"],
  ['server/api/sample.ts', 'no-restricted-imports', "import '@remix-run/node'"],
  ['app/routes/sample.ts', 'no-restricted-imports', "import 'zod'"],
  ['server/api/sample.ts', 'no-restricted-imports', "import 'lucia'"],
  [
    'app/editor/plugins/sample.ts',
    'no-restricted-imports',
    "import { createBindingV2__EXPERIMENTAL } from '@lexical/yjs'",
  ],
  ['db/queries/sample.ts', 'drizzle/enforce-delete-with-where', 'db.delete(people)'],
  ['db/queries/sample.ts', 'drizzle/enforce-update-with-where', 'tx.update(people).set({})'],
  ['server/api/sample.ts', '@typescript-eslint/no-explicit-any', 'const value: any = 1'],
  ['server/api/sample.ts', '@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport {}'],
  ['server/api/sample.ts', '@typescript-eslint/max-params', 'const f = (a, b, c, d) => a'],
  ['server/api/sample.ts', 'no-console', "console.log('here')"],
  ['server/api/sample.ts', 'no-warning-comments', '// Good enough for now.'],
  ['server/api/sample.ts', 'max-lines', '\n'.repeat(301)],
  ['server/api/sample.ts', 'max-lines-per-function', `function f() {${'\n'.repeat(60)}}`],
  ['app/ui/Sample.tsx', 'max-lines-per-function', `function F() {${'\n'.repeat(100)}}`],
  ['app/ui/Sample.tsx', 'jsx-a11y/alt-text', '<img src={source} />'],
  ['app/ui/Sample.tsx', 'react-hooks/rules-of-hooks', 'function F() { if (a) useState() }'],
];

const RIGHT: [path: string, code: string][] = [
  ['app/features/register/Sample.tsx', "<p title={t('register.title')}>· {count} / 26</p>"],
  ['app/domain/register/sample.ts', 'new Date(instant)'],
  ['app/framework.ts', "import '@remix-run/react'"],
  ['app/framework.server.ts', "import '@remix-run/node'"],
  ['server/http/remix-handler.ts', "import '@remix-run/node'"],
  ['app/http/form.server.ts', "import 'zod'"],
  ['server/api/sample.ts', "import 'zod'"],
  ['server/auth/sessions.ts', "import 'lucia'"],
  [
    'app/editor/collaboration/binding.ts',
    "import { createBindingV2__EXPERIMENTAL } from '@lexical/yjs'",
  ],
  ['app/editor/plugins/sample.ts', 'editor.registerCommand(A, () => editor.update(() => mend()))'],
  [
    'server/content/sample.ts',
    'function seed() { Y.applyUpdate(doc, state); editor.update(() => fill()) }',
  ],
  ['server/log.ts', "console.log('here')"],
  ['server/config.ts', 'process.env.PORT'],
  ['app/ui/Sample.tsx', `function F() {${'\n'.repeat(80)}}`],
];

describe('the linter refuses', () => {
  test.each(WRONG)('in %s by %s: %s', async (path, rule, code) => {
    expect(await brokenRules(withoutTypes, path, code)).toContain(rule);
  });
});

describe('the linter accepts', () => {
  test.each(RIGHT)('in %s: %s', async (path, code) => {
    const bans = ['no-restricted-syntax', 'no-restricted-imports', 'no-console'];
    const broken = await brokenRules(withoutTypes, path, code);

    expect(broken.filter((rule) => bans.includes(rule) || rule.startsWith('max-'))).toEqual([]);
  });
});

test(
  'a query without await is an error, because it is never sent',
  { timeout: 60_000 },
  async () => {
    const forgotten = `import type { Database } from './client.ts';
    import { people } from './schema/people.ts';
    export function forget(db: Database) {
      db.select().from(people);
    }`;

    // A path where a file lies: the compiler knows the types around it.
    expect(await brokenRules(withTypes, 'db/migrate.ts', forgotten)).toEqual([
      '@typescript-eslint/no-floating-promises',
    ]);
  },
);

async function brokenRules(eslint: ESLint, filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ ruleId }) => ruleId ?? 'unknown');
}
