import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { gatheredStream } from '#app/http/gathered-stream.server.ts';

test('a long Chinese page comes out as it was drawn, in one piece and without a stray byte', async () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => `碳${'x'.repeat(index % 7)}市场`);
  const list = createElement(
    'ul',
    null,
    lines.map((line, index) => createElement('li', { key: index, title: line }, line)),
  );

  const pieces = await new Promise<Uint8Array[]>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(list, {
      onShellReady: () => {
        const { writable, readable } = gatheredStream();
        pipe(writable);
        piecesOf(readable).then(resolve, reject);
      },
      onError: reject,
    });
  });

  const html = Buffer.concat(pieces).toString('utf8');
  expect(pieces).toHaveLength(1);
  expect(html).toBe(`<ul>${lines.map((line) => `<li title="${line}">${line}</li>`).join('')}</ul>`);
});

test('what is written later follows by itself', async () => {
  const { writable, readable } = gatheredStream();
  writable.write(Buffer.from('first'));
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  writable.end(Buffer.from('second'));

  const pieces = await piecesOf(readable);

  expect(pieces.map((piece) => Buffer.from(piece).toString())).toEqual(['first', 'second']);
});

async function piecesOf(readable: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
  }
  return pieces;
}
