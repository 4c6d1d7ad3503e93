import { SavedViewsScreen } from '../features/register/SavedViewsScreen.tsx';
import { viewForm } from '../features/register/register-forms.server.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import type { Person } from '../domain/people/person.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { deleteView } from '../use-cases/register/delete-view.server.ts';
import { myViews } from '../use-cases/register/my-views.server.ts';
import { renameView } from '../use-cases/register/rename-view.server.ts';
import { saveView } from '../use-cases/register/save-view.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const { t, pageTitle, words } = await wordsWith(request, actor, ['portfolio']);
  return json({
    views: await myViews(actor),
    pageTitle: pageTitle(t('portfolio.views.manage')),
    words,
  });
}

export const meta = pageMeta;

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, viewForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { intent } = form.value;
  const outcome = await ACTS[intent]({ actor, ...form.value, now: new Date() });
  const next =
    outcome.ok && outcome.value !== null
      ? `/assignments${outcome.value.query === '' ? '' : `?${outcome.value.query}`}`
      : '/assignments/views';
  return formAnswer(outcome, { next, submitted: form.value });
}

type Act = { actor: Person; viewId: string; name: string; search: string; now: Date };

const ACTS = {
  save: (act: Act) => saveView(act),
  rename: (act: Act) => renameView(act),
  delete: (act: Act) => deleteView(act),
};

export default function ViewsRoute() {
  const { words, views } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <SavedViewsScreen views={views} outcome={outcome} />
    </MoreWords>
  );
}
