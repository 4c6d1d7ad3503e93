/**
 * Sessions. The only file that knows lucia: leaving it means writing these functions on
 * db/queries/sessions.ts directly (DECISIONS.md, D-03).
 */
import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { database } from '#db/connection.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  extendSession,
  findSession,
  insertSession,
  sessionsOf,
  type SessionRow,
} from '#db/queries/sessions.ts';

export type SessionChannel = SessionRow['channel'];
/** `id` is the stored hash: good for keys and logs, useless as a cookie. */
export type ValidSession = { id: string; personId: string; channel: SessionChannel };

/** The browser refuses this name unless it is Secure, host-only and for the whole site. */
const COOKIE_NAME = '__Host-dagang-session';
/** Eight hours without use, or seven days in all, and the person signs in again. */
const IDLE = new TimeSpan(8, 'h');
const ABSOLUTE_MS = new TimeSpan(7, 'd').milliseconds();

/** Opens a session and gives its token: the only moment at which the token exists in clear. */
export async function createSession(personId: string, channel: SessionChannel) {
  const session = await lucia.createSession(personId, { channel, createdAt: new Date() });
  return {
    token: session.id,
    expiresAt: session.expiresAt,
    setCookie: lucia.createSessionCookie(session.id).serialize(),
  };
}

/** The session behind a token, or null when unknown, idle too long or too old. Extends idle time. */
export async function validateSession(token: string): Promise<ValidSession | null> {
  const { session } = await lucia.validateSession(token);
  if (session === null) return null;
  if (!isSessionGood(session, new Date())) {
    await lucia.invalidateSession(session.id);
    return null;
  }
  return { id: storedKey(session.id), personId: session.userId, channel: session.channel };
}

/** Whether neither limit has passed, for who holds the row and not the token. */
export function isSessionGood(
  session: Pick<SessionRow, 'createdAt' | 'expiresAt'>,
  now: Date,
): boolean {
  return session.expiresAt > now && now.getTime() - session.createdAt.getTime() <= ABSOLUTE_MS;
}

export async function endSession(token: string): Promise<void> {
  await lucia.invalidateSession(token);
}

/** The token in a request's cookie header, or null. */
export function sessionTokenOf(cookieHeader: string | null): string | null {
  return lucia.readSessionCookie(cookieHeader ?? '');
}

export function blankSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize();
}

function storedKey(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const adapter: Adapter = {
  async getSessionAndUser(token) {
    const row = await findSession(database(), storedKey(token));
    if (row === null) return [null, null];
    return [asLuciaSession(row, token), asLuciaUser(row)];
  },
  async getUserSessions(personId) {
    const rows = await sessionsOf(database(), personId);
    return rows.map((row) => asLuciaSession(row, row.id));
  },
  async setSession(session) {
    await insertSession(database(), {
      id: storedKey(session.id),
      personId: session.userId,
      expiresAt: session.expiresAt,
      ...session.attributes,
    });
  },
  updateSessionExpiration: (token, expiresAt) =>
    extendSession(database(), storedKey(token), expiresAt),
  deleteSession: (token) => deleteSession(database(), storedKey(token)),
  deleteUserSessions: (personId) => deleteSessionsOf(database(), personId),
  deleteExpiredSessions: () => deleteExpiredSessions(database(), new Date()),
};

const lucia = new Lucia(adapter, {
  sessionExpiresIn: IDLE,
  sessionCookie: {
    name: COOKIE_NAME,
    // The cookie outlives the session; the server's two limits decide how long it is good.
    expires: false,
    attributes: { secure: true, sameSite: 'lax', path: '/' },
  },
  getSessionAttributes: ({ channel, createdAt }) => ({ channel, createdAt }),
});

function asLuciaSession(row: SessionRow, token: string): DatabaseSession {
  const { channel, createdAt, expiresAt, personId } = row;
  return { id: token, userId: personId, expiresAt, attributes: { channel, createdAt } };
}

function asLuciaUser(row: SessionRow): DatabaseUser {
  return { id: row.personId, attributes: {} };
}

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: { channel: SessionChannel; createdAt: Date };
    DatabaseUserAttributes: object;
  }
}
