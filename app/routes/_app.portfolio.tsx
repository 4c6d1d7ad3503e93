import { PortfolioScreen } from '../features/register/PortfolioScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { wordsWith } from '../http/words.server.ts';
import { MoreWords } from '../i18n/translate.tsx';
import { portfolio } from '../use-cases/register/portfolio.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requirePerson(request, context);
  const [figures, { t, pageTitle, words }] = await Promise.all([
    portfolio(actor, new Date()),
    wordsWith(request, actor, ['board', 'portfolio']),
  ]);
  return json({ portfolio: figures, pageTitle: pageTitle(t('portfolio.title')), words });
}

export const meta = pageMeta;

export default function PortfolioRoute() {
  const { words, portfolio: figures } = useLoaderData<typeof loader>();
  return (
    <MoreWords words={words}>
      <PortfolioScreen portfolio={figures} />
    </MoreWords>
  );
}
