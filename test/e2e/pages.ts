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
  return [
    { name: 'sign-in', show: at(stranger, '/sign-in') },
    { name: 'board', show: at(expert, '/') },
    { name: 'table', show: at(expert, '/assignments') },
    { name: 'table, nothing found', show: at(expert, '/assignments?q=nothing-of-the-kind') },
    { name: 'contract', show: at(expert, '/assignments/PMI-17') },
    { name: 'facts', show: at(office, '/assignments/PMI-17/facts') },
    { name: 'procurement', show: at(office, '/assignments/PMI-25/procurement') },
    { name: 'candidate', show: at(expert, '/assignments/PMI-7/procurement/candidates/1') },
    { name: 'decisions', show: at(lead, '/decisions') },
    { name: 'rules', show: at(office, '/rules') },
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
