/** What a test and the server process that it will kill say to each other. */
import type { CrashPoint } from './crash-points.ts';
import type { PlantedBug } from './planted-bugs.ts';

export type Order =
  | { do: 'serve'; connectionString: string; port: number; bugs: Record<string, PlantedBug> }
  /** Die by SIGKILL at the next time this step is reached. */
  | { do: 'arm'; point: CrashPoint }
  /** What the room of this document holds in memory. */
  | { do: 'memory'; documentId: string };

export type Answer =
  | { tell: 'loaded' }
  | { tell: 'serving' }
  | { tell: 'armed' }
  /** Base64 of a Yjs update; null when the document is not open here. */
  | { tell: 'memory'; state: string | null };
