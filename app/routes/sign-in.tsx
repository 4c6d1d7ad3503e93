import { signInForm } from '../features/sign-in/sign-in-form.server.ts';
import { SignInScreen } from '../features/sign-in/SignInScreen.tsx';
import { useActionData, useLoaderData } from '../framework.ts';
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '../framework.server.ts';
import { parseForm } from '../http/form.server.ts';
import { pageMeta } from '../http/page-meta.ts';
import { preferencesOf } from '../http/preferences.server.ts';
import { refusalResponse } from '../http/refusal-response.server.ts';
import { sameSitePath } from '../http/same-site-path.ts';
import { wordsFor } from '../http/words.server.ts';
import { currentPerson } from '../use-cases/people/current-person.server.ts';
import { signIn } from '../use-cases/people/sign-in.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  if ((await currentPerson(request)) !== null) throw redirect(nextOf(request));
  const { t, pageTitle } = await wordsFor(request, null);
  return json({ theme: preferencesOf(request).theme, pageTitle: pageTitle(t('sign-in.title')) });
}

export const meta = pageMeta;

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { email, password } = form.value;
  const { clientAddress } = context;
  const outcome = await signIn({ email, password, clientAddress, now: new Date() });
  if (!outcome.ok) return refusalResponse({ ...outcome.refusal, submitted: { email } });
  return redirect(nextOf(request), { headers: { 'Set-Cookie': outcome.value.setCookie } });
}

export default function SignInRoute() {
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <SignInScreen
      theme={useLoaderData<typeof loader>().theme}
      refusal={refusal === undefined ? null : { ...refusal, email: refusal.submitted.email ?? '' }}
    />
  );
}

function nextOf(request: Request): string {
  return sameSitePath(new URL(request.url).searchParams.get('next'));
}
