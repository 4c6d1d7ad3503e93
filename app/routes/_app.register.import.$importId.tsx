import type { RowOutcome } from '../domain/register/import-row.ts';
import { TrialScreen } from '../features/exchange/TrialScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { applyImport } from '../use-cases/exchange/apply-import.server.ts';
import { importTrial } from '../use-cases/exchange/import-trial.server.ts';

const OUTCOMES: readonly RowOutcome[] = ['NEW', 'CHANGED', 'UNCHANGED', 'REFUSED'];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const { searchParams } = new URL(request.url);
  const trial = await importTrial({
    actor,
    importId: params.importId ?? '',
    shown: OUTCOMES.find((outcome) => outcome === searchParams.get('show')) ?? null,
    page: pageNumber(searchParams.get('page')),
  });
  if (trial === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['board', 'exchange']);
  const name = `${t('exchange.trial.title')} · ${trial.fileName}`;
  return json({ trial, pageTitle: pageTitle(name), words });
}

export const meta = pageMeta;

/** Applies the good rows; what has moved since is shown again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const importId = params.importId ?? '';
  const outcome = await applyImport({ actor, importId, now: new Date() });
  return formAnswer(outcome, { next: `/register/import/${importId}`, submitted: {} });
}

export default function TrialRoute() {
  const { words, trial } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal.code ?? null;
  return (
    <MoreWords words={words}>
      <TrialScreen trial={trial} refusal={refusal} />
    </MoreWords>
  );
}

function pageNumber(written: string | null): number {
  return /^\d{1,4}$/.test(written ?? '') ? Number(written) : 0;
}
