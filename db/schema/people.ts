import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  bigint,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import {
  ORGANISATION_KINDS,
  ROLES,
  type OrganisationKind,
  type Role,
} from '../../app/domain/people/role.ts';
import { LOCALES, type Locale } from '../../app/domain/shared/locale.ts';
import { instant, key, oneOf } from './columns.ts';

export const organisations = pgTable(
  'organisations',
  {
    id: key(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    isDemo: boolean('is_demo').notNull().default(false),
  },
  (table) => [oneOf('organisations_kind', table.kind, ORGANISATION_KINDS)],
);

export const people = pgTable(
  'people',
  {
    id: key(),
    /** Lower case; compared as stored. */
    email: text('email').notNull().unique(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    locale: text('locale').$type<Locale>(),
    /** argon2id in PHC format; null for an account that has not set a password yet. */
    passwordHash: text('password_hash'),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    deactivatedAt: instant('deactivated_at'),
  },
  (table) => [
    check('people_email_lower', sql`${table.email} = lower(${table.email})`),
    oneOf('people_locale', table.locale, LOCALES),
  ],
);

export const memberships = pgTable(
  'memberships',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    role: text('role').$type<Role>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.organisationId, table.role] }),
    oneOf('memberships_role', table.role, ROLES),
  ],
);

export const SESSION_CHANNELS = ['WEB', 'API'] as const;

export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the token in hex: what the table holds opens nothing. */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    channel: text('channel').$type<(typeof SESSION_CHANNELS)[number]>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Idle expiry, pushed forward by use; the absolute one follows from created_at. */
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    oneOf('sessions_channel', table.channel, SESSION_CHANNELS),
    index('sessions_person').on(table.personId),
  ],
);

/** Counters of the sign-in rate limit; columns as rate-limiter-flexible expects them. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970, or null for a counter without end. */
  expire: bigint('expire', { mode: 'number' }),
});
