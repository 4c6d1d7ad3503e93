import { PICTURE_BYTES_MAX } from '../domain/documents/picture.ts';
import type { RefusalCode } from '../domain/shared/refusal-code.ts';
import { json, type ActionFunctionArgs } from '../framework.server.ts';
import { readAtMost } from '../http/read-at-most.server.ts';
import { refusalStatus } from '../http/refusal-status.ts';
import { requirePerson } from '../http/signed-in.server.ts';
import { addAttachment, mayAddAttachment } from '../use-cases/documents/add-attachment.server.ts';

/** Room for the form around the file. */
const BODY_BYTES_MAX = PICTURE_BYTES_MAX + 16 * 1024;

/** Takes a picture from the editor, as the field `file` of a form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePerson(request);
  const documentId = params.documentId ?? '';
  const allowed = await mayAddAttachment(actor, documentId);
  if (!allowed.ok) return refusal(allowed.refusal.code);

  const body = await readAtMost(request, BODY_BYTES_MAX);
  if (body === null) return refusal('attachment.too-large');
  const file = await fileIn(body, request.headers.get('content-type') ?? '');
  if (file === null) return refusal('body.malformed');
  const added = await addAttachment({ actor, documentId, bytes: file, now: new Date() });
  return added.ok ? json(added.value, { status: 201 }) : refusal(added.refusal.code);
}

/** @returns null when the body is no form or holds no file. */
async function fileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : null;
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

function refusal(code: RefusalCode) {
  return json({ code }, { status: refusalStatus(code) });
}
