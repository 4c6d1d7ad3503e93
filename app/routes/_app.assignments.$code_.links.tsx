import { parseModelTarget, parseRecordReference } from '../domain/models/record-reference.ts';
import { calendarDateAt } from '../domain/shared/calendar-date.ts';
import { refused } from '../domain/shared/result.ts';
import { linkForm } from '../features/models/link-form.server.ts';
import { LinksScreen } from '../features/models/LinksScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { assignmentLinks } from '../use-cases/models/assignment-links.server.ts';
import { linkRecord, unlinkRecord } from '../use-cases/models/link-record.server.ts';
import { assignmentFrame } from '../use-cases/register/assignment-frame.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const asked = askedOf(request);
  const [frame, page, { t, pageTitle, words }] = await Promise.all([
    assignmentFrame({ actor, code, today: calendarDateAt(new Date()) }),
    assignmentLinks({ actor, code, words: asked.words }),
    wordsWith(request, actor, ['models']),
  ]);
  if (frame === null || page === null) throw notFound();
  const record = asked.record === '' ? (page.records[0]?.reference ?? '') : asked.record;
  return json({
    frame,
    page,
    asked: { ...asked, record },
    words,
    pageTitle: pageTitle(`${code} ${t('models.title')}`),
  });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  const form = await parseForm(request, linkForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const now = new Date();
  const next = `/assignments/${code}/links`;
  if (form.value.act === 'remove') {
    const removed = await unlinkRecord({ actor, linkId: form.value.link, now });
    return formAnswer(removed, { next, submitted: {} });
  }
  const record = parseRecordReference(form.value.record);
  const target = parseModelTarget(form.value.target);
  const outcome =
    record === null || target === null
      ? refused({ code: 'link.unknown-target' as const })
      : await linkRecord({ actor, code, record, target, relation: form.value.relation, now });
  return formAnswer(outcome, { next, submitted: {} });
}

export default function LinksRoute() {
  const { words, ...page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal.code ?? null;
  return (
    <MoreWords words={words}>
      <LinksScreen {...page} refusal={refusal} />
    </MoreWords>
  );
}

function askedOf(request: Request): { record: string; words: string } {
  const search = new URL(request.url).searchParams;
  return { record: search.get('record') ?? '', words: (search.get('q') ?? '').slice(0, 100) };
}
