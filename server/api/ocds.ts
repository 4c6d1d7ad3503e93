import { z } from 'zod';
import { ocdsPackage } from '#app/use-cases/exchange/ocds-packages.server.ts';
import { endpoint } from './endpoint.ts';

/** The packages of the Open Contracting Data Standard; its schema says what they hold inside. */
const envelope = { uri: z.url(), version: z.string(), publishedDate: z.iso.datetime() };
const releases = z.object({ ...envelope, releases: z.array(z.looseObject({})) });
const records = z.object({ ...envelope, records: z.array(z.looseObject({})) });

export const ocdsEndpoints = [
  packageEndpoint('releases', 'OCDS release package of what the caller may read.', releases),
  packageEndpoint('records', 'OCDS record package of what the caller may read.', records),
];

function packageEndpoint(kind: 'releases' | 'records', summary: string, answers: z.ZodType) {
  return endpoint({
    method: 'get',
    path: `/ocds/${kind}`,
    summary,
    body: null,
    answers,
    handle: async ({ request }, { person }) => {
      const given = await ocdsPackage({ actor: person, kind, uri: request.url });
      return given === null ? { refusal: { code: 'not-found' } } : { status: 200, json: given };
    },
  });
}
