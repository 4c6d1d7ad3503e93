import { compileReleases } from './compile-releases.ts';
import type { Envelope, JsonObject, Release } from './ocds.ts';

export type Publishing = {
  /** The absolute address at which the package stands. */
  uri: string;
  publisher: string;
  /** When what it holds changed last. */
  publishedAt: Date;
  /** Extensions of the standard that any of the releases was written with. */
  extensions: readonly string[];
};

export function releasePackage(publishing: Publishing, releases: readonly Release[]): JsonObject {
  return { ...envelope(publishing), releases: [...releases] };
}

/** One record for each process, with all its releases and what they come to. */
export function recordPackage(publishing: Publishing, releases: readonly Release[]): JsonObject {
  const byProcess = new Map<string, Release[]>();
  for (const release of releases) {
    const known = byProcess.get(release.ocid);
    if (known === undefined) byProcess.set(release.ocid, [release]);
    else known.push(release);
  }
  const records = [...byProcess].map(([ocid, ofProcess]) => ({
    ocid,
    releases: ofProcess.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date)),
    compiledRelease: compileReleases(ofProcess),
  }));
  return { ...envelope(publishing), records };
}

function envelope({ uri, publisher, publishedAt, extensions }: Publishing): Envelope {
  return {
    uri,
    version: '1.1',
    ...(extensions.length === 0 ? {} : { extensions: [...extensions] }),
    publishedDate: publishedAt.toISOString(),
    publisher: { name: publisher },
  };
}
