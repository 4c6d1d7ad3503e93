import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { SaveTracker } from '#app/editor/collaboration/save-status.ts';

describe('what the author may believe about the own changes', () => {
  it('is connecting until the two sides have compared their states', () => {
    const { saving } = open();
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 0 });
    saving.connectionChanged('synced');
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('counts typed characters until the server has committed them', () => {
    const { text, saving, committed } = open('synced');
    const before = committed();
    text.insert(0, '碳排放');
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 3 });
    saving.acknowledge(before);
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 3 });
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
    expect(saving.hasUnsaved()).toBe(false);
  });

  it('does not count what others typed', () => {
    const { doc, saving } = open('synced');
    const other = new Y.Doc();
    other.getText('text').insert(0, 'from another desk');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('says how much is kept here only while the connection is down', () => {
    const { text, saving } = open('synced');
    saving.connectionChanged('offline');
    text.insert(0, 'ab');
    expect(saving.status()).toEqual({ kind: 'offline', unsaved: 2, kept: false });
    saving.setKept(true);
    expect(saving.status()).toEqual({ kind: 'offline', unsaved: 2, kept: true });
    expect(saving.hasUnsaved()).toBe(true);
  });

  it('stays refused, whatever is acknowledged later', () => {
    const { saving, committed } = open('synced');
    saving.refuse('owner');
    saving.acknowledge(committed());
    saving.connectionChanged('synced');
    saving.stop('unstored');
    expect(saving.status()).toMatchObject({ kind: 'refused', code: 'owner' });
  });

  it('believes in the database again as soon as something is acknowledged', () => {
    const { saving, committed } = open('synced');
    saving.stop('unstored');
    expect(saving.status()).toMatchObject({ kind: 'unstored' });
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('shows the graver of two troubles', () => {
    const { saving } = open('synced');
    saving.stop('forbidden');
    saving.stop('unstored');
    expect(saving.status()).toMatchObject({ kind: 'forbidden' });
  });

  it('tells its listeners only when the status has changed', () => {
    const { saving, committed } = open('synced');
    let told = 0;
    saving.subscribe(() => {
      told += 1;
    });
    saving.acknowledge(committed());
    expect(told).toBe(0);
    saving.connectionChanged('offline');
    expect(told).toBe(1);
  });
});

describe('what was written before this sitting', () => {
  it('counts until it is committed', () => {
    const earlier = new Y.Doc();
    earlier.getText('text').insert(0, 'written before the crash');
    const { doc, saving, committed } = open('synced');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(earlier), 'brought-home');
    saving.adopt([{ clientId: earlier.clientID, clock: 24, removal: false }]);
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 24 });
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('counts under the client id of then, when a new ticket has brought another', () => {
    const { doc, text, saving, committed } = open('synced');
    text.insert(0, 'ab');
    const old = { clientId: doc.clientID, clock: 2, removal: false };
    doc.clientID += 1;
    text.insert(2, 'c');
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 3 });
    expect(saving.unstored().changes).toEqual([
      old,
      { clientId: doc.clientID, clock: 1, removal: false },
    ]);
    saving.acknowledge(committed());
    expect(saving.isStored(old)).toBe(true);
    expect(saving.status()).toEqual({ kind: 'saved' });
  });
});

describe('an open connection over which nothing is confirmed', () => {
  afterEach(() => vi.useRealTimers());

  it('is no proof: after four seconds the page says so, and takes it back when proven wrong', () => {
    vi.useFakeTimers();
    const { text, saving, committed } = open('synced');
    text.insert(0, 'a');
    vi.advanceTimersByTime(3999);
    expect(saving.status().kind).toBe('saving');
    vi.advanceTimersByTime(1);
    expect(saving.status()).toMatchObject({ kind: 'late', unsaved: 1 });
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });
});

describe('a removal, which the state vector does not show', () => {
  it('is not proven by an acknowledgement of the text before it', () => {
    const { text, saving, committed } = openWithText('abc');
    text.delete(0, 1);
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 1 });
    expect(saving.needsBarrier()).toBe(true);
  });

  it('is proven by the acknowledgement after the answer to a later question', () => {
    const { text, saving, committed } = openWithText('abc');
    text.delete(0, 1);
    saving.barrierSent();
    expect(saving.needsBarrier()).toBe(false);
    saving.acknowledge(committed());
    expect(saving.status().kind).toBe('saving');
    saving.barrierAnswered();
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('is proven by text typed after it', () => {
    const { text, saving, committed } = openWithText('abc');
    text.delete(0, 1);
    text.insert(0, 'x');
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('is not proven by the first answer of a new connection, which was asked before it was sent', () => {
    const { text, saving, committed } = openWithText('abc');
    saving.connectionChanged('offline');
    text.delete(0, 1);
    saving.connectionChanged('connected');
    saving.barrierAnswered();
    saving.connectionChanged('synced');
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saving', unsaved: 1 });
    saving.barrierSent();
    saving.barrierAnswered();
    saving.acknowledge(committed());
    expect(saving.status()).toEqual({ kind: 'saved' });
  });

  it('asks again when the connection broke before the answer came', () => {
    const { text, saving } = openWithText('abc');
    text.delete(0, 1);
    saving.barrierSent();
    saving.connectionChanged('offline');
    saving.connectionChanged('connected');
    saving.connectionChanged('synced');
    expect(saving.needsBarrier()).toBe(true);
  });
});

function open(state?: 'synced') {
  const doc = new Y.Doc();
  const saving = new SaveTracker(doc);
  if (state === 'synced') {
    saving.connectionChanged('connected');
    saving.barrierAnswered();
    saving.connectionChanged('synced');
  }
  return { doc, text: doc.getText('text'), saving, committed: () => Y.encodeStateVector(doc) };
}

function openWithText(content: string) {
  const opened = open('synced');
  opened.text.insert(0, content);
  opened.saving.acknowledge(opened.committed());
  return opened;
}
