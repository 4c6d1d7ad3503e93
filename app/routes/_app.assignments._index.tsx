import { parseRegisterQuery } from '../features/register/register-query.ts';
import { RegisterScreen } from '../features/register/RegisterScreen.tsx';
import { useLoaderData, useSearchParams } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { registerOverview } from '../use-cases/register/register-overview.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return json(await registerOverview(person, new Date()));
}

export default function RegisterRoute() {
  const overview = useLoaderData<typeof loader>();
  const [parameters] = useSearchParams();
  return <RegisterScreen overview={overview} query={parseRegisterQuery(parameters)} />;
}
