import { ImportScreen } from '../features/exchange/ImportScreen.tsx';
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
import { tryImport } from '../use-cases/exchange/try-import.server.ts';

const FILE_BYTES_MAX = 10 * 1024 * 1024;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  if (!mayImport(actor)) throw notFound();
  const { t, pageTitle, words } = await wordsWith(request, actor, ['exchange']);
  return json({ pageTitle: pageTitle(t('exchange.import.title')), words });
}

export const meta = pageMeta;

/** Reads the workbook on trial, and goes on to what it would do. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  if (!mayImport(actor)) throw notFound();
  const limit = { bytesMax: FILE_BYTES_MAX, tooLarge: 'xlsx.too-large' } as const;
  const file = await uploadedFile(request, limit);
  const outcome: Awaited<ReturnType<typeof tryImport>> = file.ok
    ? await tryImport({ actor, ...file.value, now: new Date() })
    : file;
  if (outcome.ok) return redirect(`/register/import/${outcome.value.importId}`);
  const { code, detail = null } = outcome.refusal;
  return json({ refusal: { code, detail } }, { status: refusalStatus(code) });
}

export default function ImportRoute() {
  const { words } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal ?? null;
  return (
    <MoreWords words={words}>
      <ImportScreen refusal={refusal} />
    </MoreWords>
  );
}
