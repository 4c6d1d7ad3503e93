/** What the register's pages show of an assignment. Types only; the use cases fill them. */
import type {
  AssignmentKind,
  AssignmentRole,
  SelectionMethod,
} from '../../domain/register/assignment.ts';
import type { DeliverableKind, DeliverableState } from '../../domain/register/deliverable.ts';
import type { AssignmentStage, BoardPhase } from '../../domain/register/stage.ts';
import type { DocumentKind } from '../../domain/documents/document-kind.ts';
import type { CalendarDate } from '../../domain/shared/calendar-date.ts';
import type { Bilingual } from '../../domain/shared/locale.ts';

export type ComponentView = { id: string; no: number; name: Bilingual };

export type AssignmentView = {
  id: string;
  code: string;
  kind: AssignmentKind;
  title: Bilingual;
  titleIsAssumed: boolean;
  /** Null while no component is set. */
  component: ComponentView | null;
  componentIsAssumed: boolean;
  stage: AssignmentStage;
  phase: BoardPhase;
  method: SelectionMethod;
  /** Firms that hold it, if any. */
  holders: Bilingual[];
  /** Roles of the signed-in person on it. */
  myRoles: AssignmentRole[];
  /** The first deliverable that is neither submitted nor accepted, by due date. */
  nextDeliverable: DeliverableView | null;
  /** Threads of its documents that are open and visible to the reader. */
  openThreads: number;
  isDemo: boolean;
};

export type DeliverableView = {
  id: string;
  no: number;
  kind: DeliverableKind;
  title: Bilingual;
  dueOn: CalendarDate | null;
  state: DeliverableState;
  /** 0 when not late. */
  daysOverdue: number;
  /** Why it was returned, if its last event is a return. */
  returnReason: string | null;
};

/** The pages of one assignment, by the last part of their address. */
export type AssignmentTab =
  'overview' | 'procurement' | 'deliverables' | 'contract' | 'commitments' | 'links' | 'activity';

/** What stands around every page of one assignment. */
export type AssignmentFrame = Pick<
  AssignmentView,
  'code' | 'kind' | 'title' | 'titleIsAssumed' | 'holders' | 'stage' | 'nextDeliverable'
> & {
  deliverableCount: number;
  /** Those that the reader may open. */
  tabs: AssignmentTab[];
};

export type AssignmentRoleView = { personName: Bilingual; role: AssignmentRole };

export type DocumentRow = {
  id: string;
  kind: DocumentKind;
  title: string;
  createdAt: Date;
  openThreads: number;
};

/** What waits for one person on an assignment, besides writing. */
export type AssignmentTurn =
  | { act: 'decide' | 'sign' | 'procure' | 'close' }
  /** `no` is that of the deliverable. */
  | { act: 'judge' | 'revise'; no: number };

/** Everything on the page of one assignment. */
export type AssignmentPage = {
  frame: AssignmentFrame;
  /** Null when it is the turn of others, or of whoever writes. */
  turn: AssignmentTurn | null;
  assignment: AssignmentView;
  deliverables: DeliverableView[];
  roles: AssignmentRoleView[];
  documents: DocumentRow[];
  /** Kinds of document that the reader may start here, each with its templates. */
  mayStart: {
    kind: DocumentKind;
    templates: { key: string; name: Bilingual; description: Bilingual }[];
  }[];
  mayEdit: boolean;
  /** Components to choose from when editing. */
  components: ComponentView[];
};

/** The whole register as far as the reader may see it. */
export type RegisterOverview = {
  components: ComponentView[];
  assignments: AssignmentView[];
  today: CalendarDate;
};
