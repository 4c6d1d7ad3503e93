import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import {
  LINK_RELATIONS,
  MODEL_ELEMENT_KINDS,
  MODELS,
  type LinkRelation,
  type Model,
  type ModelElementKind,
} from '../../app/domain/models/model.ts';
import { instant, key, oneOf } from './columns.ts';
import { commitments } from './contract.ts';
import { deliverables } from './deliverables.ts';
import { documents } from './documents.ts';
import { people } from './people.ts';
import { assignments } from './register.ts';
import { threads } from './review.ts';

/** The registry of the data models: each table, field, rule, state machine and indicator. */
export const modelElements = pgTable(
  'model_elements',
  {
    id: key(),
    model: text('model').$type<Model>().notNull(),
    kind: text('kind').$type<ModelElementKind>().notNull(),
    /** e.g. `allocation.benchmark`; unique in its model. */
    key: text('key').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    meaningZh: text('meaning_zh').notNull().default(''),
    meaningEn: text('meaning_en').notNull().default(''),
    unit: text('unit'),
    source: text('source').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    unique('model_elements_key').on(table.model, table.key),
    oneOf('model_elements_model', table.model, MODELS),
    oneOf('model_elements_kind', table.kind, MODEL_ELEMENT_KINDS),
  ],
);

/** One thing that an element holds, e.g. one sector, one rule of one year. */
export const modelInstances = pgTable(
  'model_instances',
  {
    id: key(),
    elementId: text('element_id')
      .notNull()
      .references(() => modelElements.id),
    key: text('key').notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    source: text('source').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [unique('model_instances_key').on(table.elementId, table.key)],
);

/** From one record to one element or instance. Real keys on both sides, so none can dangle (I14). */
export const recordLinks = pgTable(
  'record_links',
  {
    id: key(),
    /** The assignment that the record belongs to, or that is itself the record. */
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    documentId: text('document_id').references(() => documents.id),
    threadId: text('thread_id').references(() => threads.id),
    deliverableId: text('deliverable_id').references(() => deliverables.id),
    commitmentId: text('commitment_id').references(() => commitments.id),
    elementId: text('element_id').references(() => modelElements.id),
    instanceId: text('instance_id').references(() => modelInstances.id),
    relation: text('relation').$type<LinkRelation>().notNull(),
    /** Revision of the element or instance when the link was made. */
    revision: integer('revision').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    unique('record_links_once')
      .on(
        table.assignmentId,
        table.documentId,
        table.threadId,
        table.deliverableId,
        table.commitmentId,
        table.elementId,
        table.instanceId,
        table.relation,
      )
      .nullsNotDistinct(),
    oneOf('record_links_relation', table.relation, LINK_RELATIONS),
    check(
      'record_links_from',
      sql`num_nonnulls(${table.documentId}, ${table.threadId}, ${table.deliverableId}, ${table.commitmentId}) <= 1`,
    ),
    check('record_links_to', sql`num_nonnulls(${table.elementId}, ${table.instanceId}) = 1`),
    index('record_links_element').on(table.elementId),
    index('record_links_instance').on(table.instanceId),
  ],
);
