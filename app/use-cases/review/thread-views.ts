/** What pages and the API show of a thread. */
import type {
  ThreadPlace,
  ThreadState,
  ThreadType,
  ThreadVisibility,
} from '../../domain/review/thread.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type ThreadView = {
  id: string;
  /** Number in the document: what people say to each other. */
  number: number;
  type: ThreadType;
  visibility: ThreadVisibility;
  state: ThreadState;
  author: { name: Bilingual; organisation: Bilingual };
  quote: string;
  prefix: string;
  suffix: string;
  suggestedText: string | null;
  /** The first is the comment itself. */
  messages: { id: string; authorName: Bilingual; body: string; createdAt: string }[];
  /** Where the quote stands now. */
  place: ThreadPlace;
  /** Yjs relative positions of both ends, base64, for drawing in the live editor. */
  range: { start: string; end: string };
  createdAt: string;
  mayReply: boolean;
  /** The reader may edit, and the suggestion is still open. */
  mayAccept: boolean;
  /** The reader belongs to the side that raised it, and it is open. */
  mayClose: boolean;
};
