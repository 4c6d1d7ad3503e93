import { BoardScreen } from '../features/register/BoardScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsFor } from '../http/words.server.ts';
import { board } from '../use-cases/register/board.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const [shown, words] = await Promise.all([board(person, new Date()), wordsFor(request, person)]);
  return json({ board: shown, pageTitle: words.pageTitle(words.t('shell.board')) });
}

export const meta = pageMeta;

export default function BoardRoute() {
  return <BoardScreen board={useLoaderData<typeof loader>().board} />;
}
