import { OcdsScreen } from '../features/exchange/OcdsScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { refusalStatus } from '../http/refusal-status.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { uploadedFile } from '../http/uploaded-file.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { mayImport } from '../use-cases/exchange/may-import.server.ts';
import { tryOcds } from '../use-cases/exchange/try-ocds.server.ts';

const FILE_BYTES_MAX = 8 * 1024 * 1024;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const { t, pageTitle, words } = await wordsWith(request, actor, ['exchange']);
  const title = pageTitle(t('exchange.ocds.title'));
  return json({ mayImport: mayImport(actor), pageTitle: title, words });
}

export const meta = pageMeta;

/** Reads a package of others on trial, and goes on to what it holds. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  if (!mayImport(actor)) throw notFound();
  const limit = { bytesMax: FILE_BYTES_MAX, tooLarge: 'form.too-large' } as const;
  const file = await uploadedFile(request, limit);
  const outcome: Awaited<ReturnType<typeof tryOcds>> = file.ok
    ? await tryOcds({ actor, ...file.value, now: new Date() })
    : file;
  if (outcome.ok) return redirect(`/register/ocds/${outcome.value.importId}`);
  const { code, problems = [] } = outcome.refusal;
  return json({ refusal: { code, problems } }, { status: refusalStatus(code) });
}

export default function OcdsRoute() {
  const { words, mayImport: may } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <OcdsScreen mayImport={may} refusal={refusal} />
    </MoreWords>
  );
}
