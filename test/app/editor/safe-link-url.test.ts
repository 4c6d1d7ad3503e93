import { expect, it } from 'vitest';
import { safeLinkUrl } from '#app/editor/safe-link-url.ts';

it.each([
  ['https://example.org/路径', 'https://example.org/路径'],
  ['mailto:pmo@demo.test', 'mailto:pmo@demo.test'],
  ['example.org/x', 'https://example.org/x'],
  ['pmo@demo.test', 'mailto:pmo@demo.test'],
])('%s may be linked as %s', (typed, url) => {
  expect(safeLinkUrl(typed)).toBe(url);
});

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'just words',
  '',
])('%j may not be linked', (typed) => {
  expect(safeLinkUrl(typed)).toBeNull();
});
