import { BY_VALUE, NODES, layerRules, npm } from './layer-rules.mjs';

/**
 * What may import what. `rules()` takes the folder under which app/, server/ and db/ lie, so that
 * the canaries, which mirror the tree, are judged by the very same patterns.
 *
 * Two passes are needed: a screen may name a type of a use case, but must never reach it when the
 * program runs. `written` sees every import, `running` only those that survive compilation.
 *
 * @param {{ root?: string, pass: 'written' | 'running' }} where
 * @returns {(import('dependency-cruiser').IForbiddenRuleType & { name: string })[]}
 */
export function rules({ root = '', pass }) {
  const at = (...patterns) => patterns.map((pattern) => pattern.replace(/^\^/, `^${root}`));
  return (pass === 'running' ? running(at) : written(at)).map((rule) => ({
    severity: 'error',
    ...rule,
  }));
}

/**
 * @param {{ root?: string, pass: 'written' | 'running' }} where
 * @returns {import('dependency-cruiser').ICruiseOptions}
 */
export function cruiseOptions({ root = '', pass }) {
  return {
    doNotFollow: { path: 'node_modules' },
    ...(root === '' ? { exclude: { path: '^test/architecture/canaries/' } } : {}),
    tsPreCompilationDeps: pass === 'written',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  };
}

const NOT_SERVER_FILE = '[.]server[.]tsx?$';

const written = (at) => [...layerRules(at), ...everywhere(at)];

const everywhere = (at) => [
  {
    name: 'remix-has-two-doors',
    comment: 'A change of framework must touch two files, not two hundred.',
    from: {
      pathNot: at(
        '^app/framework([.]server)?[.]tsx?$',
        '^app/entry[.](client|server)[.]tsx$',
        '^server/http/remix-handler[.]ts$',
      ),
    },
    to: { path: npm('(@remix-run/.+|react-router|react-router-dom)') },
  },
  {
    name: 'only-server-files-touch-node',
    comment: 'What may reach the browser has no node: modules.',
    from: { path: at('^app/'), pathNot: [NOT_SERVER_FILE, ...at('^app/domain/')] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only-server-files-touch-server',
    comment: 'Remix guards *.server.ts only inside app/; this rule guards db/ and server/.',
    from: {
      path: at('^app/'),
      pathNot: [NOT_SERVER_FILE, ...at('^app/(domain|i18n|features|routes|http)/', NODES)],
    },
    to: { path: at('^(db|server)/'), ...BY_VALUE },
  },
  {
    name: 'templates-are-data',
    comment: 'Templates hold words, not code.',
    from: { path: at('^docs-templates/') },
    to: { path: '.+' },
  },
  {
    name: 'templates-are-found-by-path',
    comment: 'A project may bring its own templates without a build.',
    from: { pathNot: at('^docs-templates/') },
    to: { path: at('^docs-templates/') },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'What helps a test stays in test/.',
    from: { pathNot: at('^test/') },
    to: { path: at('^test/') },
  },
  {
    name: 'main-is-the-top',
    comment: 'The file that wires everything is needed by nothing.',
    from: { pathNot: at('^test/') },
    to: { path: at('^server/main[.]ts$') },
  },
  {
    name: 'imports-resolve',
    comment: 'An import that leads nowhere is judged by no other rule.',
    from: { path: at('^(app|server|db)/') },
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

const running = (at) => [
  {
    name: 'no-cycles',
    comment: 'Two modules that need each other are one module, or three.',
    from: { path: at('^(app|server|db)/') },
    to: { circular: true },
  },
  {
    name: 'browser-never-reaches-database',
    comment: 'Not in one step, and not in ten.',
    from: { path: at('^app/(features|ui|editor|i18n)/') },
    to: { path: at('^(db|server)/'), reachable: true },
  },
];

const pass = process.env.DEPS_PASS === 'running' ? 'running' : 'written';
export default { forbidden: rules({ pass }), options: cruiseOptions({ pass }) };
