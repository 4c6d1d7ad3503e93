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
      if (waiting.push(piece) === 1) setImmediate(() => send());
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
