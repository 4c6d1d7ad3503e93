import { preferencesForm } from '../features/shell/preferences-form.server.ts';
import { redirect, type ActionFunctionArgs } from '../framework.server.ts';
import { parseForm } from '../http/form.server.ts';
import { preferenceCookies } from '../http/preferences.server.ts';
import { refusalResponse } from '../http/refusal-response.server.ts';
import { sameSitePath } from '../http/same-site-path.ts';
import { chooseLocale } from '../use-cases/people/choose-locale.server.ts';
import { currentPerson } from '../use-cases/people/current-person.server.ts';

/** Keeps a choice of this browser; the language is remembered with the account too. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, preferencesForm);
  if (!form.ok) return refusalResponse(form.refusal);
  const { next, ...chosen } = form.value;
  if (chosen.locale !== undefined) {
    const person = await currentPerson(request);
    if (person !== null) await chooseLocale(person, chosen.locale);
  }
  const headers = new Headers();
  for (const cookie of preferenceCookies(chosen)) headers.append('Set-Cookie', cookie);
  return redirect(sameSitePath(next), { headers });
}

/** Nothing to see here; an address typed by hand leads home. */
export const loader = () => redirect('/');
