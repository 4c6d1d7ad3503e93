import { readRegisterQuery } from '../domain/register/register-query.ts';
import type { LoaderFunctionArgs } from '../framework.server.ts';
import { localeFor } from '../http/preferences.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { exportRegister } from '../use-cases/exchange/export-register.server.ts';
import { viewCodes } from '../use-cases/exchange/view-codes.server.ts';

/** The view of the register that the address names, all its pages, as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const now = new Date();
  const locale = localeFor(request, actor);
  const { query } = readRegisterQuery(new URL(request.url).searchParams);
  const codes = await viewCodes({ actor, query, locale, now });
  return await exportRegister({ actor, codes, locale, now });
}
