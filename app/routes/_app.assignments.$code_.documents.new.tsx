import { parseDocumentKind } from '../domain/documents/document-kind.ts';
import { newDocumentForm } from '../features/register/new-document-form.server.ts';
import { NewDocumentScreen } from '../features/register/NewDocumentScreen.tsx';
import { usualTitle } from '../features/register/usual-title.ts';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { startDocument } from '../use-cases/documents/start-document.server.ts';
import { assignmentPage } from '../use-cases/register/assignment-page.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await assignmentPage({ actor, code: params.code ?? '', now: new Date() });
  if (page === null) throw notFound();
  const wanted = parseDocumentKind(new URL(request.url).searchParams.get('kind') ?? '');
  const { t, pageTitle, words } = await wordsWith(request, actor, ['overview']);
  return json({
    assignment: page.assignment,
    mayStart: page.mayStart,
    wanted,
    words,
    pageTitle: pageTitle(`${page.assignment.code} ${t('overview.new.title')}`),
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const page = await assignmentPage({ actor, code: params.code ?? '', now });
  if (page === null) throw notFound();
  const form = await parseForm(request, newDocumentForm);
  if (!form.ok) return refusalResponse(form.refusal);

  const { choice, title } = form.value;
  const { assignment } = page;
  const { locale, t } = await wordsWith(request, actor, ['overview']);
  const titleFor = (kind: typeof choice.kind) => usualTitle(t, locale, { kind, assignment });
  // Without scripts the field still holds the usual title of the kind that was offered first.
  const isUsual = title === '' || page.mayStart.some(({ kind }) => title === titleFor(kind));
  const outcome = await startDocument({
    actor,
    code: assignment.code,
    ...choice,
    title: isUsual ? titleFor(choice.kind) : title,
    now,
  });
  if (outcome.ok) return redirect(`/documents/${outcome.value.documentId}/edit`);
  return refusalResponse({ ...outcome.refusal, submitted: { title } });
}

export default function NewDocumentRoute() {
  const { assignment, mayStart, wanted, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <NewDocumentScreen
        assignment={assignment}
        mayStart={mayStart}
        wanted={wanted}
        outcome={outcome}
      />
    </MoreWords>
  );
}
