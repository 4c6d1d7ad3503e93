import { Writable } from 'node:stream';

/**
 * A page as one piece. React writes two kilobytes at a time, and each piece would pass through the
 * web streams, the compression and the socket by itself, which takes longer than drawing the page.
 * What is written in one turn is sent on together; what a page waits for follows in pieces of its own.
 */
export function gatheredStream(): { writable: Writable; readable: ReadableStream<Uint8Array> } {
  const waiting: Uint8Array[] = [];
  let send: () => void = () => undefined;
  const writable = new Writable({
    write(piece: Uint8Array, _encoding, done) {
      if (waiting.push(withoutRest(piece)) === 1) setImmediate(() => send());
      done();
    },
    final(done) {
      send();
      done();
    },
  });
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      send = () => {
        if (waiting.length > 0) controller.enqueue(Buffer.concat(waiting.splice(0)));
      };
      writable.once('finish', () => controller.close());
      writable.once('error', (fault) => controller.error(fault));
    },
    cancel() {
      send = () => undefined;
      writable.destroy();
    },
  });
  return { writable, readable };
}

/**
 * Where a character of several bytes does not fit into what is left of its two kilobytes, React
 * 18 sends the bytes it could not use along, as zeros; a page has no such character.
 */
function withoutRest(piece: Uint8Array): Uint8Array {
  let end = piece.byteLength;
  while (end > 0 && piece[end - 1] === 0) end -= 1;
  return piece.subarray(0, end);
}
