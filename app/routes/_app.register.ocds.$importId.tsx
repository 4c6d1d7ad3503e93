import { OcdsTrialScreen } from '../features/exchange/OcdsTrialScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '../framework.server.ts';
import { formAnswer } from '../http/form-answer.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { ocdsTrial } from '../use-cases/exchange/ocds-trial.server.ts';
import { storeOcds } from '../use-cases/exchange/store-ocds.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const asked = new URL(request.url).searchParams.get('page') ?? '';
  const page = /^\d{1,4}$/.test(asked) ? Number(asked) : 0;
  const trial = await ocdsTrial({ actor, importId: params.importId ?? '', page });
  if (trial === null) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['board', 'exchange']);
  const name = `${t('exchange.ocds.import')} · ${trial.fileName}`;
  return json({ trial, pageTitle: pageTitle(name), words });
}

export const meta = pageMeta;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const importId = params.importId ?? '';
  const outcome = await storeOcds({ actor, importId, now: new Date() });
  return formAnswer(outcome, { next: `/register/ocds/${importId}`, submitted: {} });
}

export default function OcdsTrialRoute() {
  const { words, trial } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal.code ?? null;
  return (
    <MoreWords words={words}>
      <OcdsTrialScreen trial={trial} refusal={refusal} />
    </MoreWords>
  );
}
