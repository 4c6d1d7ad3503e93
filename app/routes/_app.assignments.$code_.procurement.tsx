import type { Person } from '../domain/people/person.ts';
import type { NoObjectionSubject } from '../domain/procurement/no-objection.ts';
import type { AssignmentStage } from '../domain/register/stage.ts';
import type { Refusal } from '../domain/shared/refusal-code.ts';
import type { Result } from '../domain/shared/result.ts';
import {
  fieldsWith,
  procurementForm,
  textsOf,
  type ProcurementSent,
} from '../features/procurement/procurement-form.server.ts';
import { ProcurementScreen } from '../features/procurement/ProcurementScreen.tsx';
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
import { addCandidate } from '../use-cases/procurement/add-candidate.server.ts';
import { addCriterion } from '../use-cases/procurement/add-criterion.server.ts';
import { decideNoObjection } from '../use-cases/procurement/decide-no-objection.server.ts';
import { moveCandidate } from '../use-cases/procurement/move-candidate.server.ts';
import { planStages, type StagePlan } from '../use-cases/procurement/plan-stages.server.ts';
import { plannedBudget } from '../use-cases/procurement/planned-budget.server.ts';
import { procurementPage } from '../use-cases/procurement/procurement-page.server.ts';
import { requestNoObjection } from '../use-cases/procurement/request-no-objection.server.ts';
import { setBasis } from '../use-cases/procurement/set-basis.server.ts';
import { moveAssignment } from '../use-cases/register/move-assignment.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const page = await procurementPage({ actor, code: params.code ?? '', now: new Date() });
  if (page === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, [
    'board',
    'overview',
    'procurement',
  ]);
  const name = `${page.frame.code} ${t('procurement.title')}`;
  return json({ page, pageTitle: pageTitle(name), words });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const form = await parseForm(request, procurementForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const code = params.code ?? '';
  const outcome = await doAct(form.value, { actor, code, now: new Date() });
  if (outcome.ok) return redirect(`/assignments/${code}/procurement`);
  if (outcome.refusal.code === 'not-found') throw notFound();
  return refusalResponse({ ...outcome.refusal, submitted: textsOf(form.value) });
}

type Context = { actor: Person; code: string; now: Date };

async function doAct(form: ProcurementSent, context: Context): Promise<Result<unknown, Refusal>> {
  switch (form.act) {
    case 'move':
      return await moveAssignment({ ...context, ...form, occurredOn: form.occurredOn || null });
    case 'plan':
      return await planStages({ ...context, plans: plansIn(form) });
    case 'add':
      return await addCandidate({ ...context, ...form });
    case 'candidate':
      return await moveCandidate({ ...context, ...form });
    case 'criterion': {
      const maxPoints = form.maxPoints === '' ? null : Number(form.maxPoints);
      return await addCriterion({ ...context, ...form, maxPoints });
    }
    case 'ask':
      return await requestNoObjection({ ...context, ...aboutOf(form.about), note: form.note });
    case 'decide':
      return await decideNoObjection({ ...context, ...form });
    case 'basis': {
      const planned = plannedBudget(form);
      if (!planned.ok) return planned;
      const stepReference = form.stepReference || null;
      return await setBasis({ ...context, ...form, stepReference, planned: planned.value });
    }
  }
}

function plansIn(form: ProcurementSent): StagePlan[] {
  return fieldsWith(form, 'plan-').map(({ name, value }) => ({
    stage: name as AssignmentStage,
    plannedOn: value === '' ? null : value,
  }));
}

/** `TOR:01H…`, as the schema has checked it. */
function aboutOf(about: string): { subject: NoObjectionSubject; documentId: string } {
  const [subject = '', documentId = ''] = about.split(':');
  return { subject: subject as NoObjectionSubject, documentId };
}

export default function ProcurementRoute() {
  const { page, words } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <ProcurementScreen page={page} outcome={outcome} />
    </MoreWords>
  );
}
