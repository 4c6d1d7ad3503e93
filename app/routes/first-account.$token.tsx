import { firstAccountForm } from '../features/sign-in/first-account-form.server.ts';
import { FirstAccountScreen } from '../features/sign-in/FirstAccountScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { parseForm } from '../http/form.server.ts';
import { preferencesOf } from '../http/preferences.server.ts';
import { notFound, refusalResponse } from '../http/refusal-response.server.ts';
import {
  createFirstAccount,
  isFirstAccountToken,
} from '../use-cases/people/first-account.server.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  if (!isFirstAccountToken(params.token ?? '')) throw notFound();
  return json({ theme: preferencesOf(request).theme });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, firstAccountForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const token = params.token ?? '';
  const created = await createFirstAccount({ token, ...form.value, now: new Date() });
  if (!created.ok) throw notFound();
  return redirect('/sign-in');
}

export default function FirstAccountRoute() {
  return (
    <FirstAccountScreen
      theme={useLoaderData<typeof loader>().theme}
      refusal={useActionData<typeof action>()?.refusal ?? null}
    />
  );
}
