import type { z } from 'zod';
import { isRefusalCode, type RefusalCode } from '../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../domain/shared/result.ts';
import { readAtMost } from './read-at-most.server.ts';
import type { FormRefusal } from './refusal-response.server.ts';

const FORM_BYTES_MAX = 256 * 1024;
/** Fields that are never sent back. */
const SECRET_FIELDS = ['password'];

/**
 * Reads a posted form and checks it by `schema`. A message in the schema is a refusal code:
 * `z.string().min(1, 'title.missing')`. Files are not read here.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Result<z.output<Schema>, FormRefusal>> {
  const body = await readForm(request);
  if (!body.ok) return refused({ code: body.refusal.code, fields: {}, submitted: {} });

  // PostgreSQL has no such character, and no person types it.
  if (Object.values(body.value).some((value) => value.includes('\0'))) {
    return refused({ code: 'body.malformed', fields: {}, submitted: {} });
  }
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return granted(parsed.data);
  const fields = fieldRefusals(parsed.error.issues);
  const code = Object.values(fields)[0] ?? 'form.invalid';
  return refused({ code, fields, submitted: withoutSecrets(body.value) });
}

async function readForm(
  request: Request,
): Promise<Result<Record<string, string>, { code: RefusalCode }>> {
  const bytes = await readAtMost(request, FORM_BYTES_MAX);
  if (bytes === null) return refused({ code: 'form.too-large' });
  const type = request.headers.get('content-type') ?? '';
  try {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    return granted(
      Object.fromEntries(
        [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
    );
  } catch (fault) {
    if (fault instanceof TypeError) return refused({ code: 'body.malformed' });
    throw fault;
  }
}

function fieldRefusals(issues: readonly z.core.$ZodIssue[]): Record<string, RefusalCode> {
  const fields: Record<string, RefusalCode> = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    fields[field] ??= isRefusalCode(issue.message) ? issue.message : 'form.invalid';
  }
  return fields;
}

function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !SECRET_FIELDS.includes(name)),
  );
}
