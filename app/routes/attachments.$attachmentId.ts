import type { LoaderFunctionArgs } from '../framework.server.ts';
import { notFound } from '../http/refusal-response.server.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { readAttachment } from '../use-cases/documents/read-attachment.server.ts';

/** A picture of a document, for whoever may read the document. It can do nothing but be looked at. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePerson(request);
  const attachment = await readAttachment(actor, params.attachmentId ?? '');
  if (attachment === null) throw notFound();
  return new Response(new Uint8Array(attachment.bytes), {
    headers: {
      'content-type': attachment.mediaType,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}
