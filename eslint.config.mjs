import js from '@eslint/js';
import drizzle from 'eslint-plugin-drizzle';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import {
  FILE_LINES_MAX,
  FOLDERS_OF_ANY_LENGTH,
  FUNCTION_LINES_MAX,
  JSX_FUNCTION_LINES_MAX,
  PARAMETERS_MAX,
  TEST_FUNCTION_LINES_MAX,
} from './test/architecture/size-limits.mjs';

// A later block replaces a rule of an earlier one instead of adding to it. Bans that differ by
// folder are therefore named here and put together once per folder.

const noRemix = {
  regex: '^(@remix-run/|react-router)',
  message: 'Remix has two doors: app/framework.ts and app/framework.server.ts.',
};
const noZod = {
  regex: '^zod($|/)',
  message: 'Parsing belongs to the server: a *.server.ts file or server/.',
};
const noLucia = { regex: '^lucia($|/)', message: 'Only server/auth knows how a session is kept.' };
const noExperimental = {
  regex: '^(@lexical/|lexical$)',
  importNamePattern: '__EXPERIMENTAL$',
  message: 'Experimental names may change; app/editor/collaboration and server/content hold them.',
};

const noBooleanParameter = {
  selector:
    "FunctionDeclaration > Identifier.params[typeAnnotation.typeAnnotation.type='TSBooleanKeyword']",
  message: 'true at the call says nothing: use two functions, a named option or a union of words.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Only server/config.ts reads the environment, as main hands it over; take it as a parameter.',
};
const noClockOrChance = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Take the instant as a parameter.'],
  ['CallExpression[callee.name="Date"]', 'Take the instant as a parameter.'],
  ['MemberExpression[object.name="Date"][property.name="now"]', 'Take the instant as a parameter.'],
  [
    'MemberExpression[object.name="Math"][property.name="random"]',
    'Take the chosen value as a parameter.',
  ],
].map(([selector, message]) => ({ selector, message }));

const EDIT = "CallExpression[callee.object.name=/editor$/i][callee.property.name='update']";
const noEditAmongChanges = [
  `CallExpression[callee.property.name=/^(un)?observe(Deep)?$/] ${EDIT}`,
  `CallExpression[callee.object.name=/doc$/i][callee.property.name='on'] ${EDIT}`,
  `:function:has(CallExpression[callee.property.name='applyUpdate']) ${EDIT}:not([arguments.1.properties.0.key.name='discrete'])`,
].map((selector) => ({
  selector,
  message:
    'In one tick with a change of others an edit is shown and never stored; wait for the next.',
}));

const WORD = String.raw`/[A-Za-z\u4e00-\u9fff]/`;
const SPOKEN_ATTRIBUTE =
  'JSXAttribute[name.name=/^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label)$/]';
const noWordsInMarkup = [
  `JSXText[value=${WORD}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${WORD}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
  `${SPOKEN_ATTRIBUTE} > Literal[value=${WORD}]`,
  `${SPOKEN_ATTRIBUTE} > JSXExpressionContainer > Literal[value=${WORD}]`,
  `${SPOKEN_ATTRIBUTE} > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${WORD}]`,
].map((selector) => ({
  selector,
  message: 'Words for people live in app/i18n, in both languages.',
}));

const forbidSyntax = (...bans) => ({ 'no-restricted-syntax': ['error', ...bans] });
const forbidImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const forbidLongFunctions = (max) => ({ 'max-lines-per-function': ['error', { max }] });

export default defineConfig(
  {
    ignores: [
      'build/',
      'data/',
      'test-results/',
      'playwright-report/',
      'test/architecture/canaries/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { drizzle },
    rules: {
      // A drizzle statement is lazy: without `await` it is never sent, and the compiler is silent.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/max-params': ['error', { max: PARAMETERS_MAX }],
      'drizzle/enforce-delete-with-where': ['error', { drizzleObjectName: ['db', 'tx'] }],
      'drizzle/enforce-update-with-where': ['error', { drizzleObjectName: ['db', 'tx'] }],
      'max-lines': ['error', { max: FILE_LINES_MAX }],
      'no-console': 'error',
      'no-warning-comments': [
        'error',
        { terms: ['todo', 'fixme', 'xxx', 'hack', 'for now'], location: 'anywhere' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // The compiler knows which names exist, also those of the browser and of Node.
      'no-undef': 'off',
      ...forbidLongFunctions(FUNCTION_LINES_MAX),
      ...forbidSyntax(noBooleanParameter),
      ...forbidImports(noRemix, noZod, noLucia, noExperimental),
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/purity': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/static-components': 'error',
      ...forbidLongFunctions(JSX_FUNCTION_LINES_MAX),
    },
  },
  {
    files: ['app/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...bansByFolder(),
  {
    files: ['test/**'],
    rules: {
      'no-restricted-imports': 'off',
      // Playwright's `use` is not a hook, and its fixtures are not components.
      'react-hooks/rules-of-hooks': 'off',
      // A fixture that needs no other one must still take them apart.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      ...forbidLongFunctions(TEST_FUNCTION_LINES_MAX),
    },
  },
  {
    // Remix fixes the number of parameters.
    files: ['app/entry.server.tsx'],
    rules: { '@typescript-eslint/max-params': 'off' },
  },
  {
    files: ['server/log.ts', 'server/launch/**', 'test/run.mjs', 'db/*.mjs', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: FOLDERS_OF_ANY_LENGTH.map((folder) => `${folder}**`),
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  // Scripts that must run before anything is installed or compiled carry no types.
  { files: ['**/*.{mjs,js}'], extends: [tseslint.configs.disableTypeChecked] },
);

function bansByFolder() {
  const words = 'app/{routes,features,ui,editor}/**/*.tsx';
  return [
    {
      files: ['app/**', 'server/**'],
      rules: forbidSyntax(noBooleanParameter, noEnvironment, ...noEditAmongChanges),
    },
    {
      files: [words, 'app/*.tsx'],
      rules: forbidSyntax(
        noBooleanParameter,
        noEnvironment,
        ...noEditAmongChanges,
        ...noWordsInMarkup,
      ),
    },
    {
      files: ['app/domain/**', 'app/use-cases/**'],
      rules: forbidSyntax(noBooleanParameter, noEnvironment, ...noClockOrChance),
    },
    // It edits documents that nobody else has open.
    { files: ['server/content/**'], rules: forbidSyntax(noBooleanParameter, noEnvironment) },
    {
      files: ['server/{main,config}.ts', 'server/{launch,database}/**'],
      rules: forbidSyntax(noBooleanParameter),
    },
    { files: ['**/*.server.{ts,tsx}'], rules: forbidImports(noRemix, noLucia, noExperimental) },
    { files: ['server/**'], rules: forbidImports(noRemix, noLucia, noExperimental) },
    { files: ['server/auth/**'], rules: forbidImports(noRemix, noExperimental) },
    { files: ['server/content/**'], rules: forbidImports(noRemix, noLucia) },
    { files: ['app/editor/collaboration/**'], rules: forbidImports(noRemix, noZod, noLucia) },
    {
      files: ['app/framework.ts', 'app/entry.client.tsx', 'vite.config.ts'],
      rules: forbidImports(noZod, noLucia, noExperimental),
    },
    {
      files: ['app/framework.server.ts', 'app/entry.server.tsx', 'server/http/remix-handler.ts'],
      rules: forbidImports(noLucia, noExperimental),
    },
  ];
}
