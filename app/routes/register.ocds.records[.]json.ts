import type { LoaderFunctionArgs } from '../framework.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { ocdsDownload } from '../use-cases/exchange/ocds-download.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  return await ocdsDownload({ actor, kind: 'records', uri: request.url });
}
