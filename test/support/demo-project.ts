import type { Person } from '#app/domain/people/person.ts';
import { issueToken } from '#app/use-cases/people/issue-token.server.ts';
import { currentSession, type SignedIn } from '#app/use-cases/people/current-person.server.ts';
import { startDocument } from '#app/use-cases/documents/start-document.server.ts';
import { connectDatabase } from '#db/connection.ts';
import { DEMO_PASSWORD } from '#db/seed/demo-people.ts';
import { seedDemo } from '#db/seed/demo.ts';
import { seedFoundation } from '#db/seed/foundation.ts';
import { hashPassword } from '#server/auth/passwords.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';

export type DemoProject = {
  connectionString: string;
  /** A demo account, signed in through the front door. */
  signIn: (email: string) => Promise<SignedIn>;
  person: (email: string) => Promise<Person>;
  /** The terms of reference of PMI-3, just started by the expert. */
  startTor: () => Promise<string>;
  close: () => Promise<void>;
};

/**
 * The demo project in a database of its own, connected for the use cases of this test file.
 * @param given a migrated, empty database, when it is to be a special one.
 */
export async function demoProject(given?: FreshDatabase): Promise<DemoProject> {
  const fresh = given ?? (await freshDatabase());
  connectDatabase(fresh);
  await seedFoundation(fresh.db);
  await seedDemo({ passwordHash: await hashPassword(DEMO_PASSWORD), now: new Date() });
  const person = async (email: string) => (await signIn(email)).person;
  return {
    connectionString: fresh.connectionString,
    signIn,
    person,
    startTor: async () => {
      const started = await startDocument({
        actor: await person('expert@demo.test'),
        code: 'PMI-3',
        kind: 'TOR',
        templateKey: null,
        title: '配额总量与分配路线图 工作大纲',
        now: new Date(),
      });
      if (!started.ok) throw new Error(started.refusal.code);
      return started.value.documentId;
    },
    close: fresh.close,
  };
}

async function signIn(email: string): Promise<SignedIn> {
  const issued = await issueToken({
    email,
    password: DEMO_PASSWORD,
    clientAddress: '127.0.0.1',
    now: new Date(),
  });
  if (!issued.ok) throw new Error(`${email}: ${issued.refusal.code}`);
  const headers = { authorization: `Bearer ${issued.value.token}` };
  const signedIn = await currentSession(new Request('http://test/', { headers }));
  if (signedIn === null) throw new Error(`${email} is not signed in.`);
  return signedIn;
}
