import { describe, expect, it } from 'vitest';
import { sameSitePath } from '#app/http/same-site-path.ts';

describe('where a person is sent on to', () => {
  it.each(['/', '/assignments?component=2', '/documents/01J?x=%2F%2Fevil.test#part'])(
    'is a path of this site: %s',
    (path) => {
      expect(sameSitePath(path)).toBe(path);
    },
  );

  it.each([
    null,
    '',
    'https://evil.test/',
    '//evil.test/',
    '/\\evil.test/',
    '/\t/evil.test/',
    '/\n//evil.test',
    'javascript:alert(1)',
    'evil.test',
  ])('is the front page for %j', (wanted) => {
    expect(sameSitePath(wanted)).toBe('/');
  });

  it('never starts with two slashes', () => {
    for (const wanted of ['/.//evil.test', '/..//evil.test', '/a/..//evil.test']) {
      expect(sameSitePath(wanted)).not.toMatch(/^\/\//);
    }
  });
});
