import { database, type Queryable } from '#db/connection.ts';
import { findReceivedReleases, type ReceivedRelease } from '#db/queries/ocds-releases.ts';
import type { Envelope, Json, JsonObject, Release } from '#server/ocds/ocds.ts';
import { recordPackage, releasePackage, type Publishing } from '#server/ocds/packages.ts';
import { releasesOf } from '#server/ocds/releases-of.ts';
import { may } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import { contractingProcesses, type KnownProcess } from './contracting-processes.server.ts';
import { mayImport } from './may-import.server.ts';

type Wanted = {
  actor: Person;
  kind: 'releases' | 'records';
  /** The absolute address that the package was asked for at. */
  uri: string;
  /** Only this assignment; every one the person may read without it. */
  code?: string;
};

/**
 * A package of releases or records of what the person may read, with what was received from other
 * systems about it, unchanged; null when the one assignment does not exist for the person.
 */
export async function ocdsPackage({ actor, kind, uri, code }: Wanted): Promise<JsonObject | null> {
  const db = database();
  const filter = code === undefined ? {} : { code };
  const { publisher, processes } = await contractingProcesses(db, actor, filter);
  if (publisher === null || (code !== undefined && processes.length === 0)) return null;
  const ours = processes.flatMap(({ process }) => releasesOf(process));
  const known = new Set(ours.map(nameOf));
  const others = code === undefined && mayImport(actor) ? 'with' : 'without';
  const received = (await receivedBy(db, actor, { processes, others })).filter(
    ({ release }) => !known.has(nameOf(release)),
  );
  const releases = [...ours, ...received.map(({ release }) => release)];
  const dates = releases.map(({ date }) => Date.parse(date));
  const publishing: Publishing = {
    uri,
    publisher: publisher.office.name.en,
    publishedAt: new Date(dates.reduce((latest, date) => Math.max(latest, date), 0)),
    extensions: [...new Set(received.flatMap(({ envelope }) => extensionsOf(envelope)))].sort(),
  };
  return kind === 'releases'
    ? releasePackage(publishing, releases)
    : recordPackage(publishing, releases);
}

/** As it is kept: the release, and the fields of the package that it came in. */
export type KeptRelease = { release: Release; envelope: Envelope };

/**
 * What was received tells of procurement and contract alike, so it is for who may read both; what
 * is about none of our assignments is for who may take it in.
 */
async function receivedBy(
  db: Queryable,
  actor: Person,
  { processes, others }: { processes: readonly KnownProcess[]; others: 'with' | 'without' },
): Promise<KeptRelease[]> {
  const readable = processes.filter(({ record }) =>
    (['procurement', 'contract'] as const).every((type) =>
      may(actor, 'read', { type, ...record.standing }),
    ),
  );
  const rows = await findReceivedReleases(db, {
    assignmentIds: readable.map(({ record }) => record.id),
    others,
  });
  return rows.map(keptRelease);
}

export function keptRelease({ body }: Pick<ReceivedRelease, 'body'>): KeptRelease {
  return body as KeptRelease;
}

export function nameOf({ ocid, id }: { ocid: string; id: string }): string {
  return JSON.stringify([ocid, id]);
}

function extensionsOf({ extensions }: Envelope): string[] {
  const isText = (one: Json): one is string => typeof one === 'string';
  return Array.isArray(extensions) ? extensions.filter(isText) : [];
}
