import { activity } from './activity.ts';
import { calendar } from './calendar.ts';
import { contract } from './contract.ts';
import { deliverables } from './deliverables.ts';
import { editor } from './editor.ts';
import { exchange } from './exchange.ts';
import { models } from './models.ts';
import pages from './pages.ts';
import { portfolio } from './portfolio.ts';
import { procurement } from './procurement.ts';
import { textPages } from './text-pages.ts';

/** All words of the language. */
export default {
  ...pages,
  activity,
  calendar,
  contract,
  deliverables,
  editor,
  exchange,
  models,
  portfolio,
  procurement,
  'text-pages': textPages,
} as const;
