/** Shapes of REST answers, for OpenAPI and for nothing else: the answers are made by the use cases. */
import { z } from 'zod';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '#app/domain/activity/audit-action.ts';
import { DOCUMENT_KINDS } from '#app/domain/documents/document-kind.ts';
import { LINK_RELATIONS, MODEL_ELEMENT_KINDS, MODELS } from '#app/domain/models/model.ts';
import { RECORD_TYPES } from '#app/domain/models/record-reference.ts';
import { ASSIGNMENT_KINDS, SELECTION_METHODS } from '#app/domain/register/assignment.ts';
import { ASSIGNMENT_STAGES } from '#app/domain/register/stage.ts';
import { THREAD_TYPES, THREAD_VISIBILITIES } from '#app/domain/review/thread.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

export const tokenShape = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

export const assignmentShape = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(ASSIGNMENT_KINDS),
  component: z.int().min(1).max(4).nullable(),
  stage: z.enum(ASSIGNMENT_STAGES),
  method: z.enum(SELECTION_METHODS),
  title: bilingual,
  titleIsAssumed: z.boolean(),
  componentIsAssumed: z.boolean(),
  holders: z.array(bilingual),
  isDemo: z.boolean(),
});

export const documentShape = z.object({
  id: z.string(),
  assignment: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  templateKey: z.string(),
  title: z.string(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
  /** Since when nobody may change the text; null while it is open. */
  lockedAt: z.iso.datetime().nullable(),
  /** What the caller may do with it. */
  may: z.object({ comment: z.boolean(), edit: z.boolean(), lock: z.boolean() }),
});

export const versionShape = z.object({
  id: z.string(),
  no: z.int(),
  revision: z.int(),
  reason: z.string(),
  sha256: z.string(),
  at: z.iso.datetime(),
  by: bilingual,
});

export const textShape = z.object({
  text: z.string(),
  revision: z.int(),
  /** When that revision was stored; only where a moment was asked for. */
  at: z.iso.datetime().optional(),
});

export const attributionShape = z.object({
  segments: z.array(
    z.object({
      text: z.string(),
      personId: z.string(),
      personName: bilingual,
      at: z.iso.datetime(),
      seq: z.int(),
      since: z.iso.datetime(),
      fromTemplate: z.boolean(),
      suggestedBy: bilingual.nullable(),
    }),
  ),
  revision: z.int(),
});

export const contentShape = z.object({
  /** Lexical editor state. */
  content: z.looseObject({ root: z.looseObject({}) }),
  revision: z.int(),
});

export const sessionShape = z.object({
  url: z.string(),
  mode: z.enum(['write', 'read']),
  clientId: z.int(),
  personId: z.string(),
  keepOnDevice: z.boolean(),
});

export const blockShape = z.object({
  id: z.string(),
  kind: z.enum(['heading', 'paragraph', 'quote', 'list-item']),
  /** A mark like `⟦1⟧` stands for a footnote or a register value. */
  text: z.string(),
});

export const threadShape = z.object({
  id: z.string(),
  number: z.int(),
  type: z.enum(THREAD_TYPES),
  visibility: z.enum(THREAD_VISIBILITIES),
  state: z.enum(['OPEN', 'ACCEPTED', 'CLOSED']),
  author: z.object({ name: bilingual, organisation: bilingual }),
  quote: z.string(),
  suggestedText: z.string().nullable(),
  messages: z.array(
    z.object({
      id: z.string(),
      authorName: bilingual,
      body: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
  createdAt: z.iso.datetime(),
});

export const eventShape = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  by: bilingual.nullable(),
  action: z.enum(AUDIT_ACTIONS),
  subjectType: z.enum(AUDIT_SUBJECTS),
  subjectId: z.string(),
  assignmentCode: z.string().nullable(),
  changes: z.array(
    z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown() }),
  ),
});

export const elementShape = z.object({
  reference: z.string(),
  to: z.string(),
  model: z.enum(MODELS),
  /** Null for an instance. */
  kind: z.enum(MODEL_ELEMENT_KINDS).nullable(),
  key: z.string(),
  title: bilingual,
  revision: z.int(),
});

export const linkShape = z.object({
  id: z.string(),
  relation: z.enum(LINK_RELATIONS),
  record: z.object({
    reference: z.string(),
    type: z.enum(RECORD_TYPES),
    assignmentCode: z.string(),
    label: bilingual,
    to: z.string(),
  }),
  target: elementShape,
  revision: z.int(),
  mayRemove: z.boolean(),
});

export function listOf(item: z.ZodType) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});
