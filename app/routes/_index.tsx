import { homePath } from '../features/shell/home-path.ts';
import { redirect, type LoaderFunctionArgs } from '../framework.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';

/** Everybody begins where their work is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return redirect(homePath(await requirePerson(request, context)));
}
