import type { Bilingual } from '../../domain/shared/locale.ts';
import type { Place } from './places.server.ts';
import type { Role } from '../../domain/people/role.ts';

/** What the frame around every page shows. */
export type ShellView = {
  person: { id: string; name: Bilingual; role: Role | null };
  /** Pages of the whole project, with their names in the reader's language. */
  places: (Place & { label: string })[];
  components: { no: number; name: Bilingual; count: number }[];
  /** Assignments that the person may see. */
  count: number;
  /** Some of what is shown was invented for demonstration. */
  isDemo: boolean;
  theme: 'light' | 'dark' | 'system';
  rail: 'wide' | 'narrow';
};
