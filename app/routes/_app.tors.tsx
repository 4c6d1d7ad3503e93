import { TorsScreen } from '../features/register/TorsScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { myTors } from '../use-cases/register/my-tors.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const asked = new URL(request.url).searchParams.get('page') ?? '1';
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const [shown, { t, pageTitle, words }] = await Promise.all([
    myTors(actor, { page }),
    wordsWith(request, actor, ['portfolio']),
  ]);
  return json({ ...shown, pageTitle: pageTitle(t('portfolio.tors.title')), words });
}

export const meta = pageMeta;

export default function TorsRoute() {
  const { words, ...shown } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <TorsScreen {...shown} />
    </MoreWords>
  );
}
