/** What trial and storing of received releases share. */
import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '#db/connection.ts';
import { findReceivedOf } from '#db/queries/ocds-releases.ts';
import { isJsonObject, type Json, type JsonObject, type Release } from '#server/ocds/ocds.ts';
import { releasesOf } from '#server/ocds/releases-of.ts';
import type { Person } from '../../domain/people/person.ts';
import type { RegisterColumn } from '../../domain/register/register-column.ts';
import { contractIdOf } from './contracting-process.server.ts';
import { contractingProcesses, type KnownProcess } from './contracting-processes.server.ts';
import type { ReceivedReleaseRow, ReleaseState } from './exchange-views.ts';
import { keptRelease, nameOf, type KeptRelease } from './ocds-packages.server.ts';

/** A release of a trial as it is kept until it is stored. */
export type TrialRelease = { type: 'release' } & KeptRelease;

export function isTrialRelease(row: unknown): row is TrialRelease {
  return typeof row === 'object' && row !== null && 'type' in row && row.type === 'release';
}

export type PlacedRelease = {
  kept: KeptRelease;
  assignmentId: string | null;
  row: ReceivedReleaseRow;
};

/** Which assignment each release is about, what it says otherwise, and whether it is here already. */
export async function placeReleases(
  db: Queryable,
  actor: Person,
  kept: readonly KeptRelease[],
): Promise<PlacedRelease[]> {
  const { processes } = await contractingProcesses(db, actor);
  const received = await findReceivedOf(
    db,
    kept.map(({ release }) => release.ocid),
  );
  const here = new Map<string, Release>(
    [
      ...processes.flatMap(({ process }) => releasesOf(process)),
      ...received.map((row) => keptRelease(row).release),
    ].map((release) => [nameOf(release), release]),
  );
  return kept.map((one) => {
    const { release } = one;
    const known = processes.find((process) => isAbout(release, process));
    const row: ReceivedReleaseRow = {
      ocid: release.ocid,
      releaseId: release.id,
      date: release.date,
      tag: release.tag,
      code: known?.record.code ?? null,
      state: stateOf(release, here.get(nameOf(release))),
      differences: known === undefined ? [] : differencesOf(release, known),
      fieldCount: fieldsIn(release),
    };
    return { kept: one, assignmentId: known?.record.id ?? null, row };
  });
}

function stateOf(release: Release, known: Release | undefined): ReleaseState {
  if (known === undefined) return 'NEW';
  return isDeepStrictEqual(release, known) ? 'KNOWN' : 'OTHER';
}

/** By the ocid, or else by the number of tender or contract, ours or that of STEP. */
function isAbout(release: Release, { process, record }: KnownProcess): boolean {
  if (release.ocid === process.ocid) return true;
  const { code, stepReference } = record;
  const numbers = [code, contractIdOf(code), ...(stepReference === null ? [] : [stepReference])];
  const tender = isJsonObject(release.tender) ? [release.tender] : [];
  const contracts = Array.isArray(release.contracts) ? release.contracts.filter(isJsonObject) : [];
  return [...tender, ...contracts].some(({ id }) => numbers.includes(String(id)));
}

type Difference = ReceivedReleaseRow['differences'][number];

function differencesOf(release: Release, { process }: KnownProcess): Difference[] {
  const tender = isJsonObject(release.tender) ? release.tender : {};
  const [contract = {}] = Array.isArray(release.contracts)
    ? release.contracts.filter(isJsonObject)
    : [];
  const [ours] = process.contracts;
  const said: [RegisterColumn, string | undefined, Json | undefined][] = [
    ['titleEn', process.title.en, tender.title ?? contract.title],
    ['method', process.tender?.methodDetails, tender.procurementMethodDetails],
    ['signedOn', ours?.signedOn, dayOf(contract.dateSigned)],
    ['currency', ours?.value.currency, at(contract, 'value', 'currency')],
    ['startsOn', ours?.period.startsOn, dayOf(at(contract, 'period', 'startDate'))],
  ];
  return said.flatMap(([column, register, given]) =>
    register === undefined || given === undefined || given === null || register === given
      ? []
      : [{ column, register, release: String(given).slice(0, 200) }],
  );
}

function at(one: JsonObject, field: string, inner: string): Json | undefined {
  const value = one[field];
  return isJsonObject(value) ? value[inner] : undefined;
}

function dayOf(instant: Json | undefined): string | undefined {
  return typeof instant === 'string' ? instant.slice(0, 10) : undefined;
}

function fieldsIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, one) => sum + fieldsIn(one), 0);
}
