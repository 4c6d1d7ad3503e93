/** What is told about frozen versions. Types only. */
import type { Bilingual } from '../../domain/shared/locale.ts';

export type VersionView = {
  id: string;
  no: number;
  /** Revision of the live text that was frozen. */
  revision: number;
  reason: string;
  /** SHA-256 as hexadecimal digits. */
  sha256: string;
  /** ISO 8601. */
  at: string;
  by: Bilingual;
};

export type VersionsPage = {
  document: { id: string; title: string };
  /** The newest first. */
  versions: VersionView[];
  /** Whether the text has changed since the newest version, or none is there. */
  hasChanged: boolean;
  mayFreeze: boolean;
  /** The one that is shown, if any. */
  shown: { version: VersionView; html: string } | null;
};
