import type { LoaderFunctionArgs } from '../framework.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { exportDocx } from '../use-cases/documents/export-docx.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const file = await exportDocx({
    actor,
    documentId: params.documentId ?? '',
    locale: localeFor(request, actor),
    now: new Date(),
  });
  if (file === null) throw notFound();
  return file;
}
