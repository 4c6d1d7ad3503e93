/** What is told about the past of a document. Types only. */
import type { Bilingual } from '../../domain/shared/locale.ts';

/** Words that one person wrote without a long pause. */
export type AttributedSegment = {
  /** As in the document; a footnote or a register value is one stand-in character. */
  text: string;
  personId: string;
  personName: Bilingual;
  /** When the last of it was stored, ISO 8601, and as which row of the log. */
  at: string;
  seq: number;
  /** When the first of it was stored. */
  since: string;
  /** It came with the template; the person is who started the document. */
  fromTemplate: boolean;
  /** Who had suggested the words that the person accepted. */
  suggestedBy: Bilingual | null;
};

export type Attribution = {
  /** In reading order; together they are the passage. */
  segments: AttributedSegment[];
  /** Sequence of the last committed update of the text that was looked at. */
  revision: number;
};

/** Rows of the log that one person wrote without a long pause. */
export type WritingSpell = {
  personName: Bilingual;
  /** When the first and the last row were stored, ISO 8601. */
  since: string;
  until: string;
  /** Sequence of the last row: the revision after the spell. */
  lastSeq: number;
};

/** The text as it was at a moment, with register fields as they are now. */
export type PastText = { revision: number; at: string; html: string };

export type PastDocument = {
  document: { id: string; title: string };
  /** The newest first. */
  spells: WritingSpell[];
  /** Null when no moment was asked for, or nothing was there yet. */
  past: PastText | null;
};
