import { redirect, type ActionFunctionArgs } from '../framework.server.ts';
import { signOut } from '../use-cases/people/sign-out.server.ts';

export async function action({ request }: ActionFunctionArgs) {
  const { setCookie } = await signOut(request);
  // Unsaved edits wait on the device for the signed-in person alone; scripts may be off by now.
  const headers = { 'Set-Cookie': setCookie, 'Clear-Site-Data': '"storage"' };
  return redirect('/sign-in', { headers });
}

/** Signing out changes something, so following a link does not do it. */
export const loader = () => redirect('/');
