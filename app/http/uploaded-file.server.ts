import type { RefusalCode } from '../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../domain/shared/result.ts';
import { readAtMost } from './read-at-most.server.ts';

export type UploadedFile = { fileName: string; bytes: Uint8Array };

/**
 * The file of a form's field `file`.
 * @param tooLarge the code that says so for this kind of file.
 */
export async function uploadedFile(
  request: Request,
  { bytesMax, tooLarge }: { bytesMax: number; tooLarge: RefusalCode },
): Promise<Result<UploadedFile, { code: RefusalCode }>> {
  const body = await readAtMost(request, bytesMax + ROOM_FOR_THE_FORM);
  if (body === null) return refused({ code: tooLarge });
  const type = request.headers.get('content-type') ?? '';
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    // Without a chosen file a browser sends one without name and bytes.
    if (!(file instanceof File) || file.name === '')
      return refused({ code: 'import.file-missing' });
    const fileName = file.name.replace(/\p{Cc}/gu, ' ');
    return granted({ fileName, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (fault) {
    if (fault instanceof TypeError) return refused({ code: 'body.malformed' });
    throw fault;
  }
}

const ROOM_FOR_THE_FORM = 16 * 1024;
