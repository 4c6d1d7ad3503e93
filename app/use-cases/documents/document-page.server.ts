import { database } from '#db/connection.ts';
import { findLastChange } from '#db/queries/document-updates.ts';
import { findLock, findPictureSizes } from '#db/queries/documents.ts';
import { htmlLanguage, treeToHtml } from '#server/content/tree-to-html.ts';
import { allTemplates } from '#server/templates/all-templates.ts';
import type { RegisterValues, TemplateSection } from '../../domain/documents/template.ts';
import { guessLanguage } from '../../domain/documents/text-measure.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Locale } from '../../domain/shared/locale.ts';
import { loadCatalogue } from '../../i18n/catalogue.ts';
import { translator } from '../../i18n/translator.ts';
import { documentThreads } from '../review/document-threads.server.ts';
import { reviewCards, withAcceptedPlaces } from '../review/review-cards.server.ts';
import type { ThreadView } from '../review/thread-views.ts';
import { documentOutline } from './document-outline.server.ts';
import type { DocumentEditing, DocumentHead, DocumentPage } from './document-views.ts';
import { presentContent } from './present-content.server.ts';
import { readableDocument, type ReadableDocument } from './readable-document.server.ts';
import { commentPassages, readingWords } from './reading-words.server.ts';
import { registerValues } from './register-values.server.ts';

/** Everything on the page of one document, or null when it does not exist for this person. */
export async function documentPage(query: {
  actor: Person;
  documentId: string;
  locale: Locale;
  /** The text to read; the text that the editor will take the place of; or none. */
  text: 'reading' | 'writing' | 'none';
}): Promise<DocumentPage | null> {
  const { actor, documentId, locale, text } = query;
  const readable = await readableDocument(actor, documentId);
  if (readable === null) return null;
  const { state, tree } = await presentContent(documentId, readable.document);
  const [catalogue, values, pictures, head, sections, seen] = await Promise.all([
    loadCatalogue(locale),
    registerValues(readable.assignment),
    findPictureSizes(database(), documentId),
    documentHead(readable),
    sectionsOf(readable),
    documentThreads({ actor, readable, state }),
  ]);
  const t = translator(locale, catalogue);
  const threads = withAcceptedPlaces(seen, tree);
  return {
    head,
    outline: documentOutline({
      tree,
      registerValues: values,
      locale,
      sections: head.may.edit ? sections : [],
    }),
    cards: reviewCards(threads),
    html:
      text === 'none'
        ? ''
        : treeToHtml({
            tree,
            registerValues: values,
            passages: commentPassages(threads, { t, locale }),
            pictures,
            picturePath: (attachmentId) => `/attachments/${encodeURIComponent(attachmentId)}`,
            words: readingWords(t),
            guidance: text === 'writing' ? 'shown' : 'left-out',
          }),
    editing: head.may.edit ? editingOf(values, sections, threads) : null,
  };
}

async function documentHead({
  document,
  assignment,
  allows,
}: ReadableDocument): Promise<DocumentHead> {
  const [change, lock] = await Promise.all([
    findLastChange(database(), document.id),
    findLock(database(), document.id),
  ]);
  const { code, title, stage } = assignment;
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    language: htmlLanguage(guessLanguage(document.title)),
    revision: document.lastSeq,
    lastChange: { at: change.at.toISOString(), by: change.personName },
    assignment: { code, title, stage },
    lock: lock === null ? null : { at: lock.at.toISOString(), by: lock.personName },
    may: { edit: allows('edit'), comment: allows('comment'), lock: allows('lock') },
  };
}

/** Empty when the template was taken away: the text goes on without demands. */
async function sectionsOf({ document }: ReadableDocument): Promise<TemplateSection[]> {
  const templates = await allTemplates();
  return templates.find(({ key }) => key === document.templateKey)?.sections ?? [];
}

function editingOf(
  values: RegisterValues,
  sections: readonly TemplateSection[],
  threads: readonly ThreadView[],
): DocumentEditing {
  return {
    registerValues: values,
    sections: sections.map(({ key, title, required, thinBelowCharacters }) => ({
      key,
      title,
      required,
      thinBelowCharacters,
    })),
    threads: threads.map(({ id, number, state, quote, range, place }) => ({
      id,
      number,
      state,
      quote,
      range: place.found ? range : null,
    })),
  };
}
