import { BoardScreen } from '../features/register/BoardScreen.tsx';
import { useLoaderData } from '../framework.ts';
import { json, type LoaderFunctionArgs } from '../framework.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { registerOverview } from '../use-cases/register/register-overview.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  return json(await registerOverview(person, new Date()));
}

export default function BoardRoute() {
  return <BoardScreen overview={useLoaderData<typeof loader>()} />;
}
