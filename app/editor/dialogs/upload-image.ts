import type { Result } from '#app/domain/shared/result.ts';
import { granted, refused } from '#app/domain/shared/result.ts';

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif'] as const;
export const IMAGE_BYTES_MAX = 10 * 1024 * 1024;

export type UploadRefusal = { code: 'type' | 'size' | 'failed' };

/** Why a chosen file cannot be a picture of the document, or null where it can. */
export function imageRefusal(file: { type: string; size: number }): UploadRefusal | null {
  if (!(IMAGE_TYPES as readonly string[]).includes(file.type)) return { code: 'type' };
  return file.size > IMAGE_BYTES_MAX ? { code: 'size' } : null;
}

/** Stores a picture with the document and answers its attachment id. */
export async function uploadImage(
  documentId: string,
  file: File,
): Promise<Result<string, UploadRefusal>> {
  const refusal = imageRefusal(file);
  if (refusal !== null) return refused(refusal);
  const body = new FormData();
  body.set('file', file);
  let response: Response;
  try {
    response = await fetch(`/documents/${encodeURIComponent(documentId)}/attachments`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
  } catch {
    return refused({ code: 'failed' });
  }
  if (response.status === 413) return refused({ code: 'size' });
  if (response.status === 415) return refused({ code: 'type' });
  if (!response.ok) return refused({ code: 'failed' });
  const answer: unknown = await response.json();
  const id = (answer as { attachmentId?: unknown } | null)?.attachmentId;
  return typeof id === 'string' ? granted(id) : refused({ code: 'failed' });
}
