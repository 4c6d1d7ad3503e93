import { attachmentDisposition } from '../documents/export-docx.server.ts';
import { ocdsPackage } from './ocds-packages.server.ts';

/** A package as the answer to a download; 404 for what does not exist for the person. */
export async function ocdsDownload(wanted: Parameters<typeof ocdsPackage>[0]): Promise<Response> {
  const given = await ocdsPackage(wanted);
  if (given === null) return new Response(null, { status: 404 });
  const name = `ocds ${wanted.code ?? wanted.kind}.json`;
  return new Response(JSON.stringify(given, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentDisposition(name),
      'cache-control': 'private, no-store',
    },
  });
}
