import { describe, expect, it } from 'vitest';
import { meaningOfClose, refusalGroup } from '#app/editor/collaboration/close-meaning.ts';

describe('what a closed socket asks of the client', () => {
  it.each([1000, 1001, 1006, 1011, 1012, 1013, 4500])('[D7] %i means: try again', (code) => {
    expect(meaningOfClose({ code, reason: 'reload' })).toEqual({ kind: 'retry' });
  });

  it('[D7] 4401 asks for a new ticket, 4403 is final, 4400 says what was wrong', () => {
    expect(meaningOfClose({ code: 4401, reason: '' })).toEqual({ kind: 'renew' });
    expect(meaningOfClose({ code: 4403, reason: '' })).toEqual({ kind: 'forbidden' });
    expect(meaningOfClose({ code: 4400, reason: 'gap' })).toEqual({ kind: 'refused', code: 'gap' });
    expect(meaningOfClose({ code: 4499, reason: '' })).toEqual({ kind: 'refused', code: '4499' });
  });

  it('[D6] 1013 of a server without its database says so', () => {
    expect(meaningOfClose({ code: 1013, reason: 'unavailable' })).toEqual({ kind: 'unstored' });
  });

  it('a frame that is too large is not sent again for ever', () => {
    expect(meaningOfClose({ code: 1009, reason: '' })).toEqual({ kind: 'refused', code: 'bytes' });
  });

  it('trying again is right after a close from this side', () => {
    expect(meaningOfClose(null)).toEqual({ kind: 'retry' });
  });
});

it('a reason that nobody has named counts as damaged', () => {
  expect(refusalGroup('owner')).toBe('other-author');
  expect(refusalGroup('delete-ranges')).toBe('too-large');
  expect(refusalGroup('distance')).toBe('too-large');
  expect(refusalGroup('attribute')).toBe('unknown-content');
  expect(refusalGroup('something new')).toBe('damaged');
});
