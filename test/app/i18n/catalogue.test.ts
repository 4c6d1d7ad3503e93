import { describe, expect, it } from 'vitest';
import en from '#app/i18n/en/index.ts';
import zh from '#app/i18n/zh-CN/index.ts';
import type { Message } from '#app/i18n/message.ts';

type Namespaces = Record<string, Record<string, Message>>;

const entries = Object.entries(en as Namespaces).flatMap(([namespace, messages]) =>
  Object.entries(messages).map(([key, message]) => ({
    key: `${namespace}.${key}`,
    english: message,
    chinese: (zh as Namespaces)[namespace]?.[key],
  })),
);

describe('the catalogues of both languages', () => {
  it('hold the same keys', () => {
    expect(keysOf(zh)).toEqual(keysOf(en));
  });

  it('ask for the same values', () => {
    const different = entries.filter(
      ({ english, chinese }) =>
        placeholdersOf(chinese ?? '').join() !== placeholdersOf(english).join(),
    );
    expect(different).toEqual([]);
  });

  it('leave no text empty', () => {
    const empty = entries.filter(({ english, chinese }) =>
      [...formsOf(english), ...formsOf(chinese ?? '')].some((text) => text.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  it('write Chinese sentences with Chinese punctuation', () => {
    const halfWidth = entries
      .flatMap(({ key, chinese }) => formsOf(chinese ?? '').map((text) => ({ key, text })))
      .filter(({ text }) => /[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.($|\s)/.test(text));
    expect(halfWidth).toEqual([]);
  });
});

function keysOf(catalogue: object): string[] {
  return Object.entries(catalogue as Namespaces)
    .flatMap(([namespace, messages]) => Object.keys(messages).map((key) => `${namespace}.${key}`))
    .sort();
}

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

/** All names that any form asks for; a form may leave one out, as "today" leaves out the number. */
function placeholdersOf(message: Message): string[] {
  const names = formsOf(message).flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)].sort();
}
