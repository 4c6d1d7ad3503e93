import { activity } from './activity.ts';
import { board } from './board.ts';
import { calendar } from './calendar.ts';
import { contract } from './contract.ts';
import { deliverables } from './deliverables.ts';
import { editor } from './editor.ts';
import { exchange } from './exchange.ts';
import { models } from './models.ts';
import { overview } from './overview.ts';
import pages from './pages.ts';
import { places } from './places.ts';
import { portfolio } from './portfolio.ts';
import { procurement } from './procurement.ts';
import { recordRefusals } from './record-refusals.ts';
import { textPages } from './text-pages.ts';

/** All words of the language. */
export default {
  ...pages,
  refusals: { ...pages.refusals, ...recordRefusals },
  activity,
  board,
  calendar,
  contract,
  deliverables,
  editor,
  exchange,
  models,
  overview,
  places,
  portfolio,
  procurement,
  'text-pages': textPages,
} as const;
