import { database } from '#db/connection.ts';
import {
  findAcceptedWordings,
  findRowAuthors,
  type AcceptedWording,
  type RowAuthor,
} from '#db/queries/document-history.ts';
import { TEMPLATE_CLIENT_ID } from '#server/content/content-from-template.ts';
import { docOfUpdates } from '#server/content/state-of-updates.ts';
import { writtenPiecesOf, type WrittenPiece } from '../../editor/content/y-leaves.ts';
import type { Person } from '../../domain/people/person.ts';
import { maySeeThread } from '../../domain/people/policy.ts';
import { QUOTE_CHARACTERS_MAX, type QuoteAnchor } from '../../domain/review/thread.ts';
import type { Refusal } from '../../domain/shared/refusal-code.ts';
import { granted, refused, type Result } from '../../domain/shared/result.ts';
import { placeOfQuote } from '../review/place-of-quote.server.ts';
import { authorIndex, type AuthorIndex } from './author-index.server.ts';
import type { Attribution, AttributedSegment } from './history-views.ts';
import { presentContent } from './present-content.server.ts';
import { readableDocument } from './readable-document.server.ts';
import { registerValues } from './register-values.server.ts';

/**
 * Who wrote a passage of the present text, and when: from the ids of its characters to the row of
 * the log that brought them. What came with the template is attributed to who started the
 * document, an accepted suggestion to who accepted it, with who had suggested it.
 */
export async function attributePassage(question: {
  actor: Person;
  documentId: string;
  anchor: QuoteAnchor;
}): Promise<Result<Attribution, Refusal>> {
  const { actor, documentId, anchor } = question;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return refused({ code: 'not-found' });
  if (!readable.allows('comment')) return refused({ code: 'not-allowed' });
  if (anchor.quote.trim() === '') return refused({ code: 'quote.missing' });
  if (anchor.quote.length > QUOTE_CHARACTERS_MAX) return refused({ code: 'quote.too-long' });

  const { state, tree, seq } = await presentContent(documentId, readable.document);
  const values = await registerValues(readable.assignment);
  const doc = docOfUpdates([state]);
  const place = placeOfQuote({ doc, tree }, anchor, values);
  const pieces = place === null ? [] : writtenPiecesOf(doc, place);
  doc.destroy();
  if (pieces.length === 0) return refused({ code: 'quote.not-found' });
  return granted({
    segments: await segmentsOf(pieces, {
      actor,
      documentId,
      index: await authorIndex(documentId, seq),
    }),
    revision: seq,
  });
}

type PieceOfRow = { text: string; seq: number; endsLeaf: boolean; isFromTemplate: boolean };

async function segmentsOf(
  pieces: readonly WrittenPiece[],
  { actor, documentId, index }: { actor: Person; documentId: string; index: AuthorIndex },
): Promise<AttributedSegment[]> {
  const parts = pieces.flatMap((piece) => partsByRow(piece, index));
  const seqs = [...new Set(parts.map(({ seq }) => seq))];
  const [authors, wordings] = await Promise.all([
    findRowAuthors(database(), documentId, seqs),
    findAcceptedWordings(database(), documentId),
  ]);
  return joined(
    parts.map((part) => {
      const author = authors.get(part.seq);
      if (author === undefined) throw new Error(`Row ${part.seq} of ${documentId} has no author.`);
      const wording = wordings.get(part.seq) ?? null;
      // Who suggested it in a lane of their own is known there only.
      const isSeen = wording !== null && maySeeThread(actor, wording.thread);
      return segmentOf(part, author, isSeen ? wording : null);
    }),
  );
}

/** What was written in one go may have reached the log in several rows. */
function partsByRow(piece: WrittenPiece, index: AuthorIndex): PieceOfRow[] {
  const parts: PieceOfRow[] = [];
  const { client, clock, length, text, endsLeaf } = piece;
  for (let done = 0; done < length;) {
    const row = index.rowOf(client, clock + done);
    if (row === null) throw new Error(`No row of the log brought ${client}:${clock + done}.`);
    const end = Math.min(length, row.end - clock);
    const isWhole = length !== text.length || (done === 0 && end === length);
    parts.push({
      text: isWhole ? text : text.slice(done, end),
      seq: row.seq,
      endsLeaf: endsLeaf && end === length,
      isFromTemplate: client === TEMPLATE_CLIENT_ID,
    });
    done = end;
  }
  return parts;
}

function segmentOf(
  part: PieceOfRow,
  author: RowAuthor,
  wording: AcceptedWording | null,
): AttributedSegment {
  const at = author.at.toISOString();
  return {
    text: part.endsLeaf ? `${part.text}\n` : part.text,
    personId: author.personId,
    personName: author.personName,
    at,
    seq: part.seq,
    since: at,
    fromTemplate: part.isFromTemplate,
    // Accepting may also move what stood beside the passage.
    suggestedBy: wording?.text.includes(part.text) === true ? wording.authorName : null,
  };
}

/** Typing makes a row a letter: what one person wrote without a long pause is one segment. */
function joined(segments: readonly AttributedSegment[]): AttributedSegment[] {
  const result: AttributedSegment[] = [];
  for (const segment of segments) {
    const before = result.at(-1);
    if (before === undefined || !belongTogether(before, segment)) {
      result.push({ ...segment });
      continue;
    }
    before.text += segment.text;
    if (segment.seq > before.seq) Object.assign(before, { at: segment.at, seq: segment.seq });
    if (segment.since < before.since) before.since = segment.since;
  }
  return result;
}

function belongTogether(before: AttributedSegment, after: AttributedSegment): boolean {
  const isSame =
    before.personId === after.personId &&
    before.fromTemplate === after.fromTemplate &&
    before.suggestedBy?.zh === after.suggestedBy?.zh &&
    before.suggestedBy?.en === after.suggestedBy?.en;
  const start = Date.parse(after.since);
  return (
    isSame &&
    start >= Date.parse(before.since) - PAUSE_MS &&
    start <= Date.parse(before.at) + PAUSE_MS
  );
}

const PAUSE_MS = 15 * 60_000;
