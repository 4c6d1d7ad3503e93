/** Lines below the WebSocket, for bytes that no client sends. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** The stream under a client's socket, for frames that no client sends. */
export function rawLine(socket: WebSocket): Socket {
  return (socket as unknown as { _socket: Socket })._socket;
}

/** A line that was upgraded by hand and answers nothing, not even a goodbye. */
export async function deafLine(origin: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const line = connect(Number(port), hostname);
  await once(line, 'connect');
  line.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '',
      '',
    ].join('\r\n'),
  );
  await once(line, 'data');
  return line;
}

/** A whole binary frame, short, with a mask of nothing. */
export function masked(frame: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(0x82, 0x80 | frame.length, 0, 0, 0, 0), frame]);
}
