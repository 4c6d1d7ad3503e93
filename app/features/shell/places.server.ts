import { may, type Resource } from '../../domain/people/policy.ts';
import type { Person } from '../../domain/people/person.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type PlaceName =
  | 'due'
  | 'board'
  | 'timeline'
  | 'tors'
  | 'decisions'
  | 'portfolio'
  | 'models'
  | 'rules'
  | 'calendar'
  | 'audit';

export type Place = { name: PlaceName; icon: IconName };

/** The pages of the whole project that this person may open, in the order in which they stand. */
export function placesOf(person: Person): Place[] {
  return PLACES.filter(({ isOpenTo }) => isOpenTo(person)).map(({ name, icon }) => ({
    name,
    icon,
  }));
}

/** The assignment of nobody: what one may do there one may do everywhere. */
const NOBODYS = { holderOrganisationIds: [], holderPersonIds: [], invitedPersonIds: [] };
const TOR: Resource = { type: 'document', kind: 'TOR', isLocked: false, ...NOBODYS };
const everybody = () => true;

const PLACES: readonly (Place & { isOpenTo: (person: Person) => boolean })[] = [
  { name: 'due', icon: 'due', isOpenTo: everybody },
  { name: 'board', icon: 'board', isOpenTo: everybody },
  { name: 'timeline', icon: 'timeline', isOpenTo: everybody },
  { name: 'tors', icon: 'document', isOpenTo: (person) => may(person, 'create', TOR) },
  {
    name: 'decisions',
    icon: 'check',
    isOpenTo: (person) => may(person, 'read', { type: 'no-objection', ...NOBODYS }),
  },
  {
    name: 'portfolio',
    icon: 'figures',
    isOpenTo: (person) => may(person, 'read', { type: 'assignment', ...NOBODYS }),
  },
  { name: 'models', icon: 'models', isOpenTo: (person) => may(person, 'read', { type: 'models' }) },
  { name: 'rules', icon: 'rules', isOpenTo: (person) => may(person, 'read', { type: 'rules' }) },
  { name: 'calendar', icon: 'due', isOpenTo: (person) => may(person, 'read', { type: 'rules' }) },
  { name: 'audit', icon: 'search', isOpenTo: (person) => may(person, 'read', { type: 'audit' }) },
];
