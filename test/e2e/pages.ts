import { newRow, registerWorkbook } from '#test/app/use-cases/exchange/register-workbook.ts';
import { chooseFile, WORKBOOK } from './choose-file.ts';
import type { Visit, Visitor } from './project.ts';
import { LiveEditor } from './live-editor.ts';
import type { RestClient } from './rest-client.ts';

/** The terms of reference of the demo project that hold comments. */
export async function commentedDocument(rest: RestClient): Promise<string> {
  const answer = await rest.get('/assignments/PMI-2/documents');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const [first] = items;
  if (first === undefined) throw new Error('The demo has no document on PMI-2.');
  return first.id;
}

type Page = { name: string; show: () => Promise<Visitor> };
type Project = {
  visit: (email: string | null, wishes?: Visit) => Promise<Visitor>;
  rest: (email: string) => Promise<RestClient>;
};

/** Every kind of page, each shown as `wishes` say, in a browser that stays for the next one. */
export async function everyPage({ visit, rest }: Project, wishes: Visit): Promise<Page[]> {
  const stranger = await visit(null, wishes);
  const expert = await visit('expert@demo.test', wishes);
  const office = await visit('pmo@demo.test', wishes);
  const lead = await visit('lead@bank.demo.test', wishes);
  const document = `/documents/${await commentedDocument(await rest('expert@demo.test'))}`;
  const at = (visitor: Visitor, path: string) => async () => {
    await visitor.page.goto(path);
    if (path.endsWith('/edit')) await new LiveEditor(visitor).ready();
    return visitor;
  };
  const firstBlock = (visitor: Visitor, path: string) => async () => {
    await visitor.page.goto(`${path}/blocks`);
    await visitor.page.locator('a[href*="/blocks/"]').first().click();
    await visitor.page.waitForURL(/blocks\/./);
    return visitor;
  };
  const onTrial = (path: string, file: Parameters<typeof chooseFile>[1]) => async () => {
    await office.page.goto(path);
    await chooseFile(office, file);
    await office.page.waitForURL(`**${path}/*`);
    return office;
  };
  return [
    { name: 'sign-in', show: at(stranger, '/sign-in') },
    { name: 'board', show: at(expert, '/board') },
    { name: 'due', show: at(expert, '/due') },
    { name: 'due, everything', show: at(office, '/due?show=all') },
    { name: 'timeline', show: at(expert, '/timeline') },
    { name: 'timeline, as table', show: at(expert, '/timeline?as=table') },
    { name: 'deliverables', show: at(office, '/assignments/PMI-17/deliverables') },
    { name: 'deliverable', show: at(office, '/assignments/PMI-17/deliverables/2') },
    { name: 'table', show: at(expert, '/assignments') },
    { name: 'table, nothing found', show: at(expert, '/assignments?q=nothing-of-the-kind') },
    { name: 'table, grouped', show: at(office, '/assignments?group=stage&due=late&nonsense=1') },
    { name: 'table, row open', show: at(office, '/assignments?edit=PMI-17') },
    { name: 'my views', show: at(expert, '/assignments/views') },
    { name: 'my terms of reference', show: at(expert, '/tors') },
    { name: 'portfolio', show: at(office, '/portfolio') },
    { name: 'contract', show: at(expert, '/assignments/PMI-17') },
    { name: 'facts', show: at(office, '/assignments/PMI-17/facts') },
    { name: 'import', show: at(office, '/register/import') },
    { name: 'import on trial', show: onTrial('/register/import', TRIED_WORKBOOK) },
    { name: 'open contracting data', show: at(office, '/register/ocds') },
    { name: 'package on trial', show: onTrial('/register/ocds', TRIED_PACKAGE) },
    { name: 'terms and payments', show: at(office, '/assignments/PMI-17/contract') },
    { name: 'contract to sign', show: at(office, '/assignments/PMI-19/contract') },
    { name: 'payment schedule', show: at(office, '/assignments/PMI-12/contract/schedule') },
    { name: 'payment', show: at(office, '/assignments/PMI-4/contract/payments/1') },
    { name: 'amendment', show: at(office, '/assignments/PMI-17/contract/amendments/1') },
    { name: 'new amendment', show: at(office, '/assignments/PMI-12/contract/amendments/new') },
    { name: 'commitments', show: at(expert, '/assignments/PMI-17/commitments') },
    { name: 'commitment', show: at(expert, '/assignments/PMI-17/commitments/3') },
    { name: 'new commitment', show: at(office, '/assignments/PMI-17/commitments/new') },
    { name: 'procurement', show: at(office, '/assignments/PMI-25/procurement') },
    { name: 'candidate', show: at(expert, '/assignments/PMI-7/procurement/candidates/1') },
    { name: 'decisions', show: at(lead, '/decisions') },
    { name: 'rules', show: at(office, '/rules') },
    { name: 'calendar', show: at(office, '/calendar') },
    { name: 'data models', show: at(expert, '/models?q=配额') },
    { name: 'links', show: at(expert, '/assignments/PMI-17/links?q=核查') },
    { name: 'activity', show: at(office, '/assignments/PMI-17/activity') },
    { name: 'audit', show: at(office, '/audit') },
    { name: 'versions', show: at(expert, `${document}/versions`) },
    { name: 'new assignment', show: at(office, '/assignments/new') },
    { name: 'new document', show: at(expert, '/assignments/PMI-2/documents/new') },
    { name: 'nothing here', show: at(expert, '/assignments/PMI-99') },
    { name: 'document', show: at(expert, document) },
    { name: 'document, editing', show: at(expert, `${document}/edit`) },
    { name: 'document, blocks', show: at(expert, `${document}/blocks`) },
    { name: 'document, one block', show: firstBlock(expert, document) },
    { name: 'document, who wrote', show: at(expert, `${document}/attribution?quote=项目`) },
    { name: 'document, history', show: at(expert, `${document}/history?revision=1`) },
  ];
}

const TRIED_WORKBOOK = {
  name: 'register.xlsx',
  mimeType: WORKBOOK,
  bytes: registerWorkbook([
    newRow('PMI-31'),
    newRow('PMI-32', { method: 'QXBS', endsOn: '2026-02-30' }),
    { ...newRow('PMI-26'), kind: '分包合同', method: 'CQS' },
  ]),
};
const TRIED_PACKAGE = {
  name: 'package.json',
  mimeType: 'application/json',
  bytes: new TextEncoder().encode(
    JSON.stringify({
      releases: ['PMI-26', 'elsewhere'].map((id) => ({
        ocid: `ocds-tried0-${id}`,
        id: `ocds-tried0-${id}-tender-2026-05-01`,
        date: '2026-05-01T00:00:00Z',
        tag: ['tender', 'tenderUpdate'],
        tender: { id, title: 'Otherwise' },
      })),
    }),
  ),
};
