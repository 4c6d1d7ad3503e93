import { describe, expect, it } from 'vitest';
import { localeFor, preferenceCookies, preferencesOf } from '#app/http/preferences.server.ts';

describe('the language of a page', () => {
  it('is what this browser chose, before everything else', () => {
    const request = requestWith({ cookie: 'a=b; dagang-locale=en', 'accept-language': 'zh' });
    expect(localeFor(request, { locale: 'zh-CN' })).toBe('en');
  });

  it('is what the account says where the browser chose nothing', () => {
    expect(localeFor(requestWith({ 'accept-language': 'zh' }), { locale: 'en' })).toBe('en');
  });

  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.4, zh;q=0.6', 'zh-CN'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['fr', 'zh-CN'],
    ['', 'zh-CN'],
    [';;;q=,,', 'zh-CN'],
  ])('follows Accept-Language %j: %s', (header, expected) => {
    expect(localeFor(requestWith({ 'accept-language': header }), null)).toBe(expected);
  });
});

describe('preferences', () => {
  it('come back from the cookies that were set', () => {
    const cookies = preferenceCookies({ locale: 'en', theme: 'dark', rail: 'narrow' });
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    expect(preferencesOf(requestWith({ cookie }))).toEqual({
      locale: 'en',
      theme: 'dark',
      rail: 'narrow',
    });
  });

  it('fall back to the usual for values that we never set', () => {
    const cookie = 'dagang-locale=xx; dagang-theme=<script>; dagang-rail=';
    expect(preferencesOf(requestWith({ cookie }))).toEqual({
      locale: null,
      theme: 'system',
      rail: 'wide',
    });
  });

  it('set only what was chosen', () => {
    expect(preferenceCookies({ theme: 'dark' })).toHaveLength(1);
  });
});

function requestWith(headers: Record<string, string>): Request {
  return new Request('http://localhost/', { headers });
}
