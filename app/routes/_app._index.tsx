import { BoardScreen } from '../features/register/BoardScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsFor } from '../http/words.server.ts';
import { registerOverview } from '../use-cases/register/register-overview.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const [overview, words] = await Promise.all([
    registerOverview(person, new Date()),
    wordsFor(request, person),
  ]);
  return json({ overview, pageTitle: words.pageTitle(words.t('shell.board')) });
}

export const meta = pageMeta;

export default function BoardRoute() {
  return <BoardScreen overview={useLoaderData<typeof loader>().overview} />;
}
