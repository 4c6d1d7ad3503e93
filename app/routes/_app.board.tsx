import { BoardScreen } from '../features/register/BoardScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { board } from '../use-cases/register/board.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const [shown, { t, pageTitle, words }] = await Promise.all([
    board(person, new Date()),
    wordsWith(request, person, ['board']),
  ]);
  return json({ board: shown, words, pageTitle: pageTitle(t('shell.board')) });
}

export const meta = pageMeta;

export default function BoardRoute() {
  const { words, board: shown } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <BoardScreen board={shown} />
    </MoreWords>
  );
}
