import type { ThreadState, ThreadType } from '../../domain/review/thread.ts';

const types = {
  'type.QUESTION': 'Question',
  'type.CHANGE': 'Change',
  'type.ISSUE': 'Issue',
  'type.NOTE': 'Note',
} as const satisfies Record<`type.${ThreadType}`, string>;

const states = {
  'state.OPEN': 'Open',
  'state.ACCEPTED': 'Accepted',
  'state.CLOSED': 'Closed',
} as const satisfies Record<`state.${ThreadState}`, string>;

const screens = {
  title: 'Review',
  count: { one: '{count} open', other: '{count} open' },
  keys: 'J and K move, C comments',
  'keys.read': 'J and K move',
  empty: 'No comments yet.',
  'empty.hint': 'Select any words in the text to write the first one.',
  passage: 'Comment {number}, {state}, by {author}',
  'card.number': 'Comment {number}',
  'card.to-text': 'Show comment {number} in the text',
  'card.more': 'Show comment {number}',
  'card.gone': 'The text is gone',
  'card.gone.about': 'The words that this comment was about are no longer in the text:',
  'card.quote': 'Commented words',
  'card.wording': 'Suggested wording',
  'card.private': 'Only {organisation}',
  'wording.removed': 'taken out:',
  'wording.added': 'put in:',
  'wording.end': 'end of change',
  'reply.open': 'Reply',
  'reply.body': 'Reply to comment {number}',
  'reply.send': 'Send reply',
  accept: 'Accept wording',
  close: 'Close',
  'accept.of': 'Accept the suggested wording of comment {number}',
  'close.of': 'Close comment {number}',
  'new.title': 'New comment',
  'new.open': 'Comment on a passage',
  'new.floating': 'Comment',
  'new.quote': 'Words that you comment on',
  'new.quote.hint': 'Copy them from the text and paste them here.',
  'new.type': 'Type',
  'new.body': 'Comment',
  'new.suggestion': 'Suggested wording',
  'new.suggestion.hint':
    'Change the words as you want them; leave them as they are to suggest nothing.',
  'new.suggestion.hint-empty': 'Leave it empty to suggest nothing.',
  'new.private': 'Only for {organisation}',
  'new.send': 'Send comment',
  'new.send.keys': 'Ctrl+Enter sends',
  'new.sending': 'Sending…',
  'new.unreachable': 'Not sent: the server could not be reached. What you wrote is still here.',
  'refused.title': 'Not sent',
  'refused.lead': 'Nothing was changed. What you wrote is below.',
  'refused.act': 'Nothing was changed',
  'refused.back': 'Back to the document',
  'export.head': '{type} · Comment {number} · {organisation}',
  'export.suggestion': 'Suggested wording: {wording}',
} as const;

export const review = { ...types, ...states, ...screens } as const;
