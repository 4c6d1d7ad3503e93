import { expect, test } from 'vitest';
import { checkedTitle, TITLE_CHARACTERS_MAX } from '#app/domain/documents/title.ts';

test('white space and control characters are squeezed to single spaces', () => {
  expect(checkedTitle('  配额\u3000总量\r\n\troadmap\u0000 ')).toEqual({
    ok: true,
    value: '配额 总量 roadmap',
  });
});

test.each(['', '   ', '\u3000', '\n\t\u0000'])('%j is no title', (written) => {
  expect(checkedTitle(written)).toEqual({ ok: false, refusal: { code: 'title.missing' } });
});

test('the limit counts characters as people do, in any script', () => {
  expect(checkedTitle('纲'.repeat(TITLE_CHARACTERS_MAX)).ok).toBe(true);
  expect(checkedTitle('😀'.repeat(TITLE_CHARACTERS_MAX)).ok).toBe(true);
  expect(checkedTitle('纲'.repeat(TITLE_CHARACTERS_MAX + 1))).toEqual({
    ok: false,
    refusal: { code: 'title.too-long' },
  });
});

test('markup is text like any other', () => {
  const title = '<script>alert(1)</script> & "quotes"';

  expect(checkedTitle(title)).toEqual({ ok: true, value: title });
});
