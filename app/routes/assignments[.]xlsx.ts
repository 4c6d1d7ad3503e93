import { readRegisterQuery } from '../domain/register/register-query.ts';
import type { LoaderFunctionArgs } from '../framework.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { exportRegister } from '../use-cases/exchange/export-register.server.ts';
import { registerCodes } from '../use-cases/register/register-page.server.ts';

/** The view of the register that the address names, as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const locale = localeFor(request, actor);
  const asked = readRegisterQuery(new URL(request.url).searchParams);
  const codes = await registerCodes({ ...asked, actor, locale, now });
  return await exportRegister({ actor, codes, locale, now });
}
