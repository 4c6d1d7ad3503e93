// The least that a room can cost: frames are passed on as they come, those of one turn of the event
// loop in one write. It understands nothing, keeps nothing and lets everybody in.
// Argument: port.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

sockets.on('connection', (socket, request) => {
  const room = roomOf(request.url);
  room.lines.add(request.socket);
  socket.on('message', (message) => {
    room.frames.push(frameOf(message));
    if (room.frames.length === 1) setImmediate(() => passOn(room));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    room.lines.delete(request.socket);
    if (room.lines.size === 0) rooms.delete(request.url);
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1');

function roomOf(name) {
  const room = rooms.get(name) ?? { lines: new Set(), frames: [] };
  rooms.set(name, room);
  return room;
}

function passOn(room) {
  const together = Buffer.concat(room.frames);
  room.frames = [];
  for (const line of room.lines) line.write(together);
}

/** An unmasked binary frame, RFC 6455 section 5.2. */
function frameOf(payload) {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.of(0x82, length), payload]);
  if (length < 65_536) {
    return Buffer.concat([Buffer.of(0x82, 126, length >> 8, length & 0xff), payload]);
  }
  const head = Buffer.alloc(10);
  head.writeUInt16BE(0x827f, 0);
  head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
