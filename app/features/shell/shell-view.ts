import type { Bilingual } from '../../domain/shared/locale.ts';
import type { Role } from '../../domain/people/role.ts';

/** What the frame around every page shows. */
export type ShellView = {
  person: { id: string; name: Bilingual; role: Role | null };
  components: { no: number; name: Bilingual; count: number }[];
  /** Assignments that the person may see. */
  count: number;
  /** Some of what is shown was invented for demonstration. */
  isDemo: boolean;
  theme: 'light' | 'dark' | 'system';
  rail: 'wide' | 'narrow';
};
