import { parseRegisterQuery } from '../features/register/register-query.ts';
import { RegisterScreen } from '../features/register/RegisterScreen.tsx';
import { useLoaderData, useSearchParams } from '../framework.ts';
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
  return json({ overview, pageTitle: words.pageTitle(words.t('register.table.title')) });
}

export const meta = pageMeta;

export default function RegisterRoute() {
  const { overview } = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  return <RegisterScreen overview={overview} query={parseRegisterQuery(parameters)} />;
}
