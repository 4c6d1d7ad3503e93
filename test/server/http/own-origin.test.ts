import { describe, expect, test } from 'vitest';
import { isOwnOrigin, mayChange } from '#server/http/own-origin.ts';

const HOST = 'dagang.example:8443';

describe('an origin is ours', () => {
  test.each([
    ['https://dagang.example:8443', true],
    ['http://dagang.example:8443', true],
    ['https://dagang.example', false],
    ['https://dagang.example:8444', false],
    ['https://sub.dagang.example:8443', false],
    ['https://dagang.example:8443.evil.example', false],
    ['https://evil.example/dagang.example:8443', false],
    ['https://dagang.example:8443@evil.example', false],
    ['null', false],
    ['', false],
    ['dagang.example:8443', false],
  ])('%j: %s', (origin, ours) => {
    expect(isOwnOrigin(origin, HOST)).toBe(ours);
  });

  test('never when the request names no host', () => {
    expect(isOwnOrigin('https://dagang.example', undefined)).toBe(false);
  });
});

describe('a change', () => {
  const asked = (method: string, headers: Record<string, string>) =>
    mayChange(new Request('http://any/', { method, headers: { host: HOST, ...headers } }));
  const cookie = '__Host-dagang-session=abc';

  test('comes from a page of this host', () => {
    expect(asked('POST', { origin: `https://${HOST}`, cookie })).toBe(true);
    expect(asked('DELETE', { 'sec-fetch-site': 'same-origin', cookie })).toBe(true);
    expect(asked('POST', { 'sec-fetch-site': 'none', cookie })).toBe(true);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('by %s from another site is refused', (method) => {
    expect(asked(method, { origin: 'https://evil.example', cookie })).toBe(false);
    expect(asked(method, { origin: 'null', cookie })).toBe(false);
    expect(asked(method, { 'sec-fetch-site': 'cross-site', cookie })).toBe(false);
    expect(asked(method, { 'sec-fetch-site': 'same-site', cookie })).toBe(false);
    expect(asked(method, { cookie })).toBe(false);
  });

  test('is refused when origin and fetch metadata disagree', () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin', cookie };

    expect(asked('POST', headers)).toBe(false);
  });

  test('comes from a program that shows a token of its own, not a cookie', () => {
    expect(asked('POST', { authorization: 'Bearer abc' })).toBe(true);
    expect(asked('POST', { authorization: 'Bearer abc', cookie })).toBe(false);
  });

  test('is no reading: that is answered to anybody', () => {
    expect(asked('GET', { origin: 'https://evil.example', cookie })).toBe(true);
    expect(asked('HEAD', { 'sec-fetch-site': 'cross-site', cookie })).toBe(true);
  });
});
