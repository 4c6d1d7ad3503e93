import { database } from '#db/connection.ts';
import { findAttachmentsOf } from '#db/queries/documents.ts';
import { writeDocx, type DocxComment, type DocxImage } from '#server/docx/write-docx.ts';
import type { Person } from '../../domain/people/person.ts';
import { inLocale, type Bilingual, type Locale } from '../../domain/shared/locale.ts';
import { loadCatalogue } from '../../i18n/catalogue.ts';
import { translator, type Translate } from '../../i18n/translator.ts';
import { documentThreads } from '../review/document-threads.server.ts';
import { withAcceptedPlaces } from '../review/review-cards.server.ts';
import type { ThreadView } from '../review/thread-views.ts';
import { presentContent } from './present-content.server.ts';
import { readableDocument } from './readable-document.server.ts';
import { registerValues } from './register-values.server.ts';

type Export = { actor: Person; documentId: string; locale: Locale; now: Date };

/**
 * The present text as a Word file with the comments that this person may see, as the answer to a
 * download; null when the document is not readable.
 */
export async function exportDocx(request: Export): Promise<Response | null> {
  const { actor, documentId, locale } = request;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { document, assignment } = readable;
  const { state, tree, seq } = await presentContent(documentId, document);
  const [catalogue, values, attachments, threads] = await Promise.all([
    loadCatalogue(locale),
    registerValues(assignment),
    findAttachmentsOf(database(), documentId),
    documentThreads({ actor, readable, state }),
  ]);
  const t = translator(locale, catalogue);
  const bytes = writeDocx({
    tree,
    title: document.title,
    subject: `${assignment.code} ${inLocale(assignment.title, locale)}`,
    language: locale === 'zh-CN' ? 'zh' : 'en',
    author: inLocale(actor.name, locale),
    createdAt: request.now,
    registerValues: values,
    images: new Map(
      attachments.map(({ id, bytes, mediaType, width, height }): [string, DocxImage] => [
        id,
        { bytes, mediaType, width, height },
      ]),
    ),
    comments: withAcceptedPlaces(threads, tree).map((thread) => docxComment(thread, t, locale)),
    documentId,
    revision: seq,
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': DOCX_MEDIA_TYPE,
      'content-disposition': attachmentDisposition(
        `${namedTitle(document.title, assignment.code)}.docx`,
      ),
      'cache-control': 'private, no-store',
    },
  });
}

/** A title often begins with the code already. */
function namedTitle(title: string, code: string): string {
  return title.includes(code) ? title : `${code} ${title}`;
}

function docxComment(thread: ThreadView, t: Translate, locale: Locale): DocxComment {
  const [comment, ...replies] = thread.messages;
  const suggestion =
    thread.suggestedText === null
      ? []
      : [t('review.export.suggestion', { wording: thread.suggestedText })];
  return {
    id: thread.number,
    ...docxAuthor(thread.author.name, locale),
    at: new Date(thread.createdAt),
    paragraphs: [
      t('review.export.head', {
        number: thread.number,
        type: t(`review.type.${thread.type}`),
        organisation: inLocale(thread.author.organisation, locale),
      }),
      ...paragraphsOf(comment?.body ?? ''),
      ...suggestion.flatMap(paragraphsOf),
    ],
    replies: replies.map(({ authorName, body, createdAt }) => ({
      ...docxAuthor(authorName, locale),
      at: new Date(createdAt),
      paragraphs: paragraphsOf(body),
    })),
    resolved: thread.state === 'OPEN' ? 'no' : 'yes',
    place: thread.place,
    quote: thread.quote,
  };
}

function docxAuthor(name: Bilingual, locale: Locale): { author: string; initials: string } {
  const author = inLocale(name, locale);
  const initials = /^\p{Script=Han}/u.test(author)
    ? author.slice(0, 1)
    : author
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 3);
  return { author, initials };
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

/** RFC 6266 with RFC 8187: a plain name for old clients and the full one, Chinese or not. */
export function attachmentDisposition(fileName: string): string {
  const name = fileName.replace(FORBIDDEN_IN_NAMES, ' ').replace(/\s+/g, ' ').trim();
  const plain = name
    .replace(/[^\x20-\x7e]+/g, '')
    .replace(/["\\]/g, '')
    .replace(/ +(?=[. ])/g, '')
    .trim();
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** What Windows refuses in the name of a file, and control characters. */
const FORBIDDEN_IN_NAMES = /[<>:"/\\|?*\p{Cc}]/gu;
const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
