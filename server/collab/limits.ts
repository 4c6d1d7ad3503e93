/**
 * What the sockets take, in one place. Each limit names the attack or accident that it stops; the
 * figures in brackets were measured on two cores (see SPEC.md).
 */

/** Limits of one Yjs update, checked before it touches memory. */
export const UPDATE_LIMITS = {
  /** A frame of 100 MB as one string (292 ms, 400 MB kept for good). A pasted 50-page report is 0.4 MB. */
  bytes: 2 * 1024 * 1024,
  /** Two frames that name 10,000 foreign clients each (12 s). Own edits name one client. */
  clients: 8,
  /**
   * Seven bytes that announce 32 million structs (268 MB before the first is read). Reading and
   * applying as many as this is a quarter of a second; a pasted 50-page report has 10,000.
   */
  structs: 30_000,
  /**
   * Seven bytes that announce a trillion. Whoever comes back tells all that was ever removed: every
   * socket of the last years may have removed something, each correction is a range.
   */
  deleteClients: 50_000,
  deleteRanges: 200_000,
  /** Overlapping ranges, 30,000 by 30,000 (6.4 s). Selecting all of a long report gives thousands. */
  freshDeleteRanges: 20_000,
  /** One string or one removed stretch: GC structs of length 2^50 push the clock out of reach. */
  stringCharacters: 500_000,
  /** Types nested 2,000 deep: every later reading of the document ends in a stack overflow. */
  depth: 60,
  /**
   * 2,000 blocks (42 kB) that claim to stand at the start of a document, in competition with 3,000
   * others: Yjs walks over all of them for each (2.9 s). Who types beside what others typed
   * meanwhile walks over that once.
   */
  insertionSteps: 300_000,
  /** Words put into the middle of 55,000 others cut each of them in two (0.7 s). */
  insertionCuts: 20_000,
  /** A format value is a colour or a flag, never a book. */
  formatCharacters: 2_000,
  /** 5,000 format marks in one text take 60 ms each time. */
  formats: 4_000,
  /** Nested JSON values, for the parser and for everybody who walks the value later. */
  anyNodes: 60_000,
  anyDepth: 16,
  /** Attribute names are `__text` or `s_blockId`. */
  keyCharacters: 64,
} as const;

/** Limits of a connection. */
export const SOCKET_LIMITS = {
  /** One frame: an update and its envelope. */
  frameBytes: UPDATE_LIMITS.bytes + 1_024,
  /** Frames in thousands of pieces, each of them kept until the last comes. Browsers send one. */
  frameFragments: 64,
  /** Until it is let in, a client asks for the state and says who is there: two frames. */
  earlyFrames: 20,
  earlyBytes: 64 * 1024,
  /** Typing makes 15 frames a second, a held key 35; a bucket of four seconds absorbs a burst. */
  framesPerSecond: 60,
  framesBurst: 600,
  /** A paste of 50 pages and a resync in one minute. */
  bytesPerSecond: 512 * 1024,
  bytesBurst: 8 * 1024 * 1024,
  /**
   * Three bytes that ask for all of a long document (40 ms), 600 of them at once. A client asks once
   * when it comes.
   */
  questionsPerSecond: 1,
  questionsBurst: 20,
  /** A state vector of 250,000 clients that nobody ever had (60 ms). A socket a client: 9 bytes each. */
  stateVectorBytes: 256 * 1024,
  /** Pings, each of which is answered, of somebody who never reads the answers. Browsers send none. */
  pingsPerSecond: 1,
  pingsBurst: 10,
  /** Somebody who does not hear that the connection is over. */
  goodbyeMs: 5_000,
  /** Tabs left open over a day, on several machines. */
  socketsPerPerson: 40,
  /** A reader who takes nothing while others type keeps everybody's frames in memory. */
  unsentBytes: 8 * 1024 * 1024,
} as const;

/** Limits of presence. */
export const PRESENCE_LIMITS = {
  /** A cursor, a name and a colour, many times over; 683 kB made 100,000 fake people. */
  bytes: 2_048,
  /** y-protocols counts up by one; a jump to 2^53 freezes the true state for ever. */
  clockStep: 10_000,
} as const;

/** A browser answers a ping within seconds even on a slow link. */
export const PING_INTERVAL_MS = 30_000;
/** y-websocket reconnects after 30 s without any message; silence must be shorter than that. */
export const KEEPALIVE_INTERVAL_MS = 20_000;
/** A room commits and tells everybody at most this often; an eye sees no difference. */
export const ROUND_INTERVAL_MS = 15;
/** The largest stored state: 300 pages with their history are 5 MB. */
export const DOCUMENT_BYTES_MAX = 40 * 1024 * 1024;
/** A tail longer than this, or than the snapshot before it, is worth a new snapshot. */
export const SNAPSHOT_AFTER_TAIL_BYTES = 256 * 1024;
/** Single characters make many short rows: reading 4,000 takes a tenth of a second. */
export const SNAPSHOT_AFTER_TAIL_ROWS = 4_000;
/** To write a long document down again takes a longer tail to pay: a row for so many bytes of it. */
export const BYTES_WORTH_A_ROW = 256;
/** A change of rights reaches every process by NOTIFY; this look around catches a lost one. */
export const ACCESS_REVIEW_MS = 30_000;
/** Members who are looked at together: more would keep everybody else from the database. */
export const ACCESS_REVIEW_SEATS = 100;
/**
 * A database that takes connections and never answers would keep people typing into nothing.
 * Whoever has an edit under way is told within five seconds; a commit takes milliseconds.
 */
export const STORE_ANSWER_MS = 4_000;
/** Longer than a rush of everybody at once takes, shorter than a person waits. */
export const DOOR_ANSWER_MS = 10_000;
