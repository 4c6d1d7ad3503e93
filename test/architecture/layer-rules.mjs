/** What each layer may import, from the innermost to the outermost; see dependency-rules.mjs. */
export const layerRules = (at) => [...inside(at), ...adapters(at), ...outside(at)];

/** The part of the editor that also runs without a browser. */
export const NODES = '^app/editor/(nodes|content)/';
export const BY_VALUE = { dependencyTypesNot: ['type-only'] };
const SCREENS = '^app/(routes|features|ui|root|framework|entry)';

/** A pattern for what comes from these packages or describes their types. */
export function npm(packages) {
  return `(^|/)node_modules/(@types/)?${packages}(/|$)`;
}

/** The rules of the product and the words for them. */
const inside = (at) => [
  {
    name: 'domain-is-pure',
    comment: 'A business rule may depend on other business rules and on nothing else.',
    from: { path: at('^app/domain/') },
    to: { pathNot: at('^app/domain/') },
  },
  {
    name: 'contexts-meet-in-shared',
    comment: 'Two contexts may know each other by type, never by behaviour.',
    from: { path: at('^app/domain/([^/]+)/') },
    to: {
      path: at('^app/domain/'),
      pathNot: at('^app/domain/$1/', '^app/domain/shared/'),
      ...BY_VALUE,
    },
  },
  {
    name: 'words-know-domain-only',
    comment: 'The catalogues name what the domain has; they know no screen and no server.',
    from: { path: at('^app/i18n/') },
    to: { path: at('^(app|server|db)/'), pathNot: at('^app/(i18n|domain)/') },
  },
  {
    name: 'editor-nodes-run-anywhere',
    comment: 'The same node classes are loaded by the browser and by the .docx writer.',
    from: { path: at(NODES) },
    to: {
      path: [...at(SCREENS, '^app/(http|use-cases|i18n)/', '^(db|server)/'), npm('react-dom')],
    },
  },
  {
    name: 'ui-knows-no-domain',
    comment: 'A button does not know what a sub-contract is.',
    from: { path: at('^app/ui/') },
    to: {
      path: at('^app/(domain|features|use-cases|routes|http|editor)/'),
      pathNot: at('^app/domain/shared/'),
    },
  },
  {
    name: 'framework-knows-nothing-of-us',
    comment: 'The doors to Remix only pass its names on.',
    from: { path: at('^app/framework([.]server)?[.]tsx?$') },
    to: { path: at('^(app|server|db)/'), pathNot: at('^app/framework') },
  },
];

/** What turns one thing into another, or keeps it. */
const adapters = (at) => [
  {
    name: 'db-knows-domain-only',
    comment: 'Tables and queries speak the language of the domain and know no screen.',
    from: { path: at('^db/'), pathNot: at('^db/seed/') },
    to: { path: at('^(app|server)/'), pathNot: at('^app/domain/') },
  },
  {
    name: 'seed-knows-contents-only',
    comment: 'The demo is loaded as rows and documents; it decides nothing.',
    from: { path: at('^db/seed/') },
    to: {
      path: at('^(app|server)/'),
      pathNot: at(
        '^app/domain/',
        NODES,
        '^server/(content|templates)/',
        '^server/auth/passwords[.]ts$',
      ),
    },
  },
  {
    name: 'adapters-know-no-use-case',
    comment: 'An adapter turns one thing into another; it decides nothing.',
    from: { path: at('^server/(docx|xlsx|ocds|mail|content|templates|storage)/') },
    to: {
      path: at('^(app|db|server)/'),
      pathNot: at('^app/(domain|i18n)/', NODES, '^server/$1/', '^server/log[.]ts$'),
    },
  },
  {
    name: 'database-server-knows-no-table',
    comment: 'It starts and stops PostgreSQL, whatever lies in it.',
    from: { path: at('^server/database/') },
    to: {
      path: at('^(app|db|server)/'),
      pathNot: at('^server/database/', '^server/(log|config)[.]ts$'),
    },
  },
  {
    name: 'auth-knows-people-only',
    comment: 'Sessions and passwords know who somebody is, not what they may see.',
    from: { path: at('^server/auth/') },
    to: {
      path: at('^(app|server)/'),
      pathNot: at('^app/domain/(people|shared)/', '^server/auth/', '^server/log[.]ts$'),
    },
  },
  {
    name: 'only-db-speaks-sql',
    comment: 'A query has a name and lives in db/queries.',
    from: { pathNot: at('^(db|server/database)/') },
    to: { path: npm('(drizzle-orm|pg)') },
  },
];

/** Where requests come in. */
const outside = (at) => [
  {
    name: 'use-cases-know-no-host',
    comment: 'A use case runs from a route, a socket, a job and a test alike.',
    from: { path: at('^app/use-cases/') },
    to: {
      path: [...at('^(app|server)/'), npm('(react|react-dom)')],
      pathNot: at(
        '^app/(use-cases|domain|i18n)/',
        NODES,
        '^server/(docx|xlsx|ocds|content|templates|auth|mail)/',
      ),
    },
  },
  {
    name: 'features-ask-through-routes',
    comment: 'A screen may name the type of an answer; asking for it is the work of a route.',
    from: { path: at('^app/(features|editor)/') },
    to: { path: at('^app/(use-cases|routes|http)/'), ...BY_VALUE },
  },
  {
    name: 'features-know-no-row',
    comment: 'A screen shows what a use case answers, never a row of a table; not even its type.',
    from: { path: at('^app/features/') },
    to: { path: at('^(db|server)/') },
  },
  {
    name: 'editor-knows-no-screen',
    comment: 'The screens hold the editor, not the other way round.',
    from: { path: at('^app/editor/'), pathNot: at(NODES) },
    to: { path: at('^app/features/') },
  },
  {
    name: 'http-is-for-routes',
    comment: 'What every route needs knows none of them.',
    from: { path: at('^app/http/') },
    to: {
      path: at('^(db|server)/', '^app/(use-cases|features|routes|editor)/'),
      // Every route asks who is there, and sends those who are nobody to sign in.
      pathNot: at('^app/use-cases/people/current-person[.]server[.]ts$'),
    },
  },
  {
    name: 'routes-enter-by-use-cases',
    comment: 'A route parses, asks and answers.',
    from: { path: at('^app/(routes/|root[.]tsx$)') },
    to: { path: at('^(db|server)/') },
  },
  {
    name: 'hosts-enter-by-use-cases',
    comment: 'A request is answered by a use case, whatever protocol it came by.',
    from: { path: at('^server/(api|http|jobs)/') },
    to: { path: at('^db/') },
  },
  {
    name: 'rooms-write-only-the-update-log',
    comment: 'Only the update log may be written without a use case, and changed rights are heard.',
    from: { path: at('^server/collab/') },
    to: {
      path: at('^db/'),
      pathNot: at(
        '^db/(queries/(document-updates|access-changes)|connection|listen-to|rolled-back)[.]ts$',
      ),
    },
  },
  {
    name: 'hosts-know-no-screen',
    comment: 'Only the build of the whole app, handed over by main, connects the two.',
    from: {
      path: at('^server/(api|http|jobs|collab)/'),
      pathNot: at('^server/http/remix-handler'),
    },
    to: { path: at(SCREENS) },
  },
];
