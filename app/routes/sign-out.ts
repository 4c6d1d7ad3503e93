import { redirect, type ActionFunctionArgs } from '../framework.server.ts';
import { signOut } from '../use-cases/people/sign-out.server.ts';

export async function action({ request }: ActionFunctionArgs) {
  const { setCookie } = await signOut(request);
  return redirect('/sign-in', { headers: { 'Set-Cookie': setCookie } });
}

/** Signing out changes something, so following a link does not do it. */
export const loader = () => redirect('/');
