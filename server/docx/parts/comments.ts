/**
 * The five parts in which Word keeps comments: the texts, who answers whom and what is resolved
 * (commentsExtended), lasting ids (commentsIds), instants in UTC (commentsExtensible), and people.
 */
import { PROJECT_TIME_ZONE } from '#app/domain/shared/calendar-date.ts';
import { languageOfText } from '../body/block-language.ts';
import type { AnchoredComment } from '../body/comment-ranges.ts';
import { writeRun } from '../body/run.ts';
import type { DocxMessage } from '../docx-input.ts';
import { WORD_NAMESPACES, wordContentType } from '../ooxml/namespaces.ts';
import { element, NOTHING, together, valued, type Xml } from '../ooxml/xml.ts';
import { durableIds, hexadecimal } from './durable-ids.ts';

type CommentPart = {
  type: 'comments' | 'commentsExtended' | 'commentsIds' | 'commentsExtensible' | 'people';
  contentType: string;
  root: Xml;
};

/** Empty when there are no comments: Word dislikes empty comment parts. */
export function commentParts(
  documentId: string,
  comments: readonly AnchoredComment[],
): CommentPart[] {
  const messages = numberMessages(documentId, comments);
  if (messages.length === 0) return [];
  const authors = [...new Set(messages.map(({ message }) => message.author))];
  return [
    part('comments', 'w:comments', messages.map(commentText)),
    part('commentsExtended', 'w15:commentsEx', messages.map(commentState)),
    part('commentsIds', 'w16cid:commentsIds', messages.map(lastingId)),
    part('commentsExtensible', 'w16cex:commentsExtensible', messages.map(instantInUtc)),
    part('people', 'w15:people', authors.map(person)),
  ];
}

type NumberedMessage = {
  id: number;
  message: DocxMessage;
  paragraphs: string[];
  /** `w14:paraId` of each paragraph. The last one stands for the comment in the other parts. */
  paragraphIds: string[];
  lastParagraphId: string;
  parentParagraphId: string | undefined;
  resolved: 'yes' | 'no';
  durableId: string;
};

function numberMessages(
  documentId: string,
  comments: readonly AnchoredComment[],
): NumberedMessage[] {
  let paragraphCount = 0;
  const number = (id: number, message: DocxMessage, paragraphs: string[]) => {
    const ids = paragraphs.map(() => hexadecimal(FIRST_PARAGRAPH_ID + paragraphCount++));
    return { id, message, paragraphs, paragraphIds: ids, lastParagraphId: ids.at(-1) ?? '' };
  };
  const messages = comments.flatMap(({ comment, replyIds, isPlaced }) => {
    const own = comment.paragraphs.length === 0 ? [''] : comment.paragraphs;
    const quoted = isPlaced || comment.quote === '' ? own : [`“${comment.quote}”`, ...own];
    const root = number(comment.id, comment, quoted);
    const replies = comment.replies.map((reply, index) => ({
      ...number(
        replyIds[index] ?? 0,
        reply,
        reply.paragraphs.length === 0 ? [''] : reply.paragraphs,
      ),
      parentParagraphId: root.lastParagraphId,
    }));
    return [{ ...root, parentParagraphId: undefined }, ...replies].map((message, index) => ({
      ...message,
      resolved: comment.resolved,
      key: `${documentId}|${comment.id}|${index}`,
    }));
  });
  const durable = durableIds(messages.map(({ key }) => key));
  return messages.map((message, index) => ({
    ...message,
    durableId: hexadecimal(durable[index] ?? 0),
  }));
}

/** Any value from 1 to 0x7FFFFFFF will do, as long as it is unique in the part. */
const FIRST_PARAGRAPH_ID = 0x1000_0001;

function commentText({ id, message, paragraphs, paragraphIds }: NumberedMessage): Xml {
  const written = paragraphs.map((words, index) =>
    element(
      'w:p',
      { 'w14:paraId': paragraphIds[index], 'w14:textId': '77777777' },
      together(
        element('w:pPr', {}, valued('w:pStyle', 'CommentText')),
        index === 0 ? ANNOTATION_MARK : NOTHING,
        writeRun(words, { language: languageOfText(words) ?? 'en' }),
      ),
    ),
  );
  return element(
    'w:comment',
    {
      'w:id': id,
      'w:author': message.author,
      'w:date': `${wallClock(message.at)}Z`,
      'w:initials': message.initials,
    },
    together(...written),
  );
}

function commentState(message: NumberedMessage): Xml {
  return element('w15:commentEx', {
    'w15:paraId': message.lastParagraphId,
    'w15:paraIdParent': message.parentParagraphId,
    'w15:done': message.resolved === 'yes' ? 1 : 0,
  });
}

function lastingId(message: NumberedMessage): Xml {
  return element('w16cid:commentId', {
    'w16cid:paraId': message.lastParagraphId,
    'w16cid:durableId': message.durableId,
  });
}

function instantInUtc({ message, durableId }: NumberedMessage): Xml {
  return element('w16cex:commentExtensible', {
    'w16cex:durableId': durableId,
    'w16cex:dateUtc': message.at.toISOString().replace(/\.\d+Z$/, 'Z'),
  });
}

function person(author: string): Xml {
  return element(
    'w15:person',
    { 'w15:author': author },
    element('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': author }),
  );
}

function part(type: CommentPart['type'], root: string, children: readonly Xml[]): CommentPart {
  return {
    type,
    contentType: wordContentType(type),
    root: element(root, WORD_NAMESPACES, together(...children)),
  };
}

/** Word writes local time into `w:date` although the value ends in Z. Ours is the project's. */
function wallClock(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: PROJECT_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(at)
    .replace(' ', 'T');
}

const ANNOTATION_MARK = element(
  'w:r',
  {},
  together(
    element('w:rPr', {}, valued('w:rStyle', 'CommentReference')),
    element('w:annotationRef'),
  ),
);
