/** A first upload after a long time offline; one keystroke is 30 bytes. */
export const MESSAGE_BYTES_MAX = 2 * 1024 * 1024;
/** What a cursor, a name and a colour need, many times over. */
export const AWARENESS_BYTES_MAX = 2_048;
/** Until it is let in, a client asks for the state and says who is there: two frames. */
export const EARLY_FRAMES_MAX = 20;
/** A browser answers a ping within seconds even on a slow link. */
export const PING_INTERVAL_MS = 30_000;
/** y-websocket reconnects after 30 s without any message; silence must be shorter than that. */
export const KEEPALIVE_INTERVAL_MS = 20_000;
/** Loading reads the log after the last snapshot: beyond this many rows a new one is worth its bytes. */
export const SNAPSHOT_AFTER_UPDATES = 200;
