import type { LoaderFunctionArgs } from '../framework.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { ocdsDownload } from '../use-cases/exchange/ocds-download.server.ts';

/** One contract as a record of the open contracting standard. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const code = params.code ?? '';
  return await ocdsDownload({ actor, kind: 'records', uri: request.url, code });
}
