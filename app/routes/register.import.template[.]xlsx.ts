import type { LoaderFunctionArgs } from '../framework.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { importTemplate } from '../use-cases/exchange/export-register.server.ts';
import { mayImport } from '../use-cases/exchange/may-import.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  if (!mayImport(actor)) throw notFound();
  return await importTemplate(localeFor(request, actor));
}
