import { describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { splitSocketUrl } from '#app/editor/collaboration/connect.ts';
import { initials, presentPeople } from '#app/editor/collaboration/presence.ts';

describe('who is at the document', () => {
  it('shows oneself first and everybody once', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ name: '王专家', color: '#0B5A73' });
    awareness.states.set(1, { name: 'Ann Lee', color: '#A11D1D' });
    awareness.states.set(2, { name: 'Ann Lee', color: '#A11D1D' });
    expect(presentPeople(awareness).map((person) => person.name)).toEqual(['王专家', 'Ann Lee']);
    awareness.destroy();
  });

  it('knows oneself in another window, where the server gave the name in both languages', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ name: '李专家', color: '#0B5A73' });
    awareness.states.set(1, { name: '李专家 Li, expert', color: '#0B5A73' });
    awareness.states.set(2, { name: '李专员 Li, officer', color: '#0B5A73' });
    expect(presentPeople(awareness).map((person) => person.name)).toEqual([
      '李专家',
      '李专员 Li, officer',
    ]);
    awareness.destroy();
  });

  it('takes no style from another browser but a plain colour', () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.states.set(1, { name: 'X', color: 'red;background:url(//evil)' });
    awareness.states.set(2, { color: '#123456' });
    expect(presentPeople(awareness)).toEqual([{ name: 'X', color: '#4A565B' }]);
    awareness.destroy();
  });

  it.each([
    ['王小明', '王'],
    ['Ann Lee', 'AL'],
    ['Ann', 'A'],
    ['李专家 Li Expert', '李'],
  ])('shortens %s to %s', (name, short) => {
    expect(initials(name)).toBe(short);
  });
});

it('parts the socket address into server and room, relative to the page', () => {
  expect(splitSocketUrl('/collab/d1/ticket?a=1', 'https://dagang.test/x')).toEqual({
    server: 'wss://dagang.test/collab/d1',
    room: 'ticket',
    params: { a: '1' },
  });
  expect(splitSocketUrl('ws://127.0.0.1:3000/collab/d1', 'http://any').server).toBe(
    'ws://127.0.0.1:3000/collab',
  );
});
