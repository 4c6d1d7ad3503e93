/** What the document pages show. Types only; `document-page.server.ts` fills them. */
import type { Completeness, SectionDemand } from '../../domain/documents/section-completeness.ts';
import type { LeafBlock } from '../../domain/documents/document-tree.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type { RegisterValues } from '../../domain/documents/template.ts';
import type { AssignmentStage } from '../../domain/register/stage.ts';
import type { ThreadState } from '../../domain/review/thread.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';
import type { ReviewCard } from '../review/review-card-views.ts';

export type DocumentHead = {
  id: string;
  kind: DocumentKind;
  title: string;
  /** Language of the title; null where it has no letters. */
  language: 'zh-CN' | 'en' | null;
  /** Sequence of the last committed update. */
  revision: number;
  lastChange: { at: string; by: Bilingual };
  assignment: { code: string; title: Bilingual; stage: AssignmentStage };
  /** Since when and by whom the text is locked; null while it is open. */
  lock: { at: string; by: Bilingual } | null;
  may: { edit: boolean; comment: boolean; lock: boolean };
};

/** A line of the outline. */
export type OutlineLine = {
  /** Id of the heading in the reading form; null for a required section that has no heading. */
  headingId: string | null;
  label: string;
  text: string;
  language: 'zh-CN' | 'en' | null;
  level: number;
  /** Only for those who may write, and only for sections of the template. */
  completeness: Completeness | null;
};

export type DocumentPage = {
  head: DocumentHead;
  outline: OutlineLine[];
  cards: ReviewCard[];
  /** The text as HTML; empty when it was not asked for. */
  html: string;
  /** What the live editor needs; null for who may not edit. */
  editing: DocumentEditing | null;
};

export type DocumentEditing = {
  registerValues: RegisterValues;
  sections: (SectionDemand & { title: Bilingual })[];
  threads: {
    id: string;
    number: number;
    state: ThreadState;
    quote: string;
    range: { start: string; end: string } | null;
  }[];
};

/** A block of text that can be edited by itself. */
export type DocumentBlock = {
  /** Its clause identity; `at-<index>` for a block of another client, which gave it none. */
  id: string;
  kind: LeafBlock['type'];
  /** The characters, with a mark for each footnote and register value. */
  text: string;
};
