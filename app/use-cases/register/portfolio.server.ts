import { createHash } from 'node:crypto';
import { database } from '#db/connection.ts';
import { findComponents } from '#db/queries/assignments.ts';
import { findFigures } from '#db/queries/portfolio.ts';
import type { Person } from '../../domain/people/person.ts';
import { reachesNothing, reachOf } from '../../domain/people/reach.ts';
import { totalOf } from '../../domain/register/portfolio.ts';
import { BOARD_PHASES } from '../../domain/register/stage.ts';
import { calendarDateAt } from '../../domain/shared/calendar-date.ts';
import { canonicalJson } from '../../domain/shared/canonical-json.ts';
import type { FiguresRow, PortfolioView } from './portfolio-views.ts';
import { registerReader } from './register-reader.server.ts';

/** Figures by component over all that `actor` may see; amounts only with the contracts. */
export async function portfolio(actor: Person, now: Date): Promise<PortfolioView> {
  const db = database();
  const today = calendarDateAt(now);
  const reader = registerReader(actor);
  const showsMoney = !reachesNothing(reader.contracts);
  const [components, found] = await Promise.all([
    findComponents(db),
    findFigures(db, {
      reader: showsMoney ? reader : { ...reader, planned: [] },
      deliverables: reachOf(actor, 'read', { type: 'deliverable' }),
      today,
    }),
  ]);
  const rows: FiguresRow[] = found.map(({ componentNo, phases, ...figures }) => {
    const component = components.find(({ no }) => no === componentNo);
    return {
      component: component === undefined ? null : { no: component.no, name: component.name },
      phases: Object.fromEntries(
        BOARD_PHASES.map((phase) => [phase, phases[phase] ?? 0]),
      ) as FiguresRow['phases'],
      ...figures,
    };
  });
  const total = totalOf(rows);
  const figures = rows.map(({ component, ...row }) => ({
    component: component?.no ?? null,
    ...row,
  }));
  const hash = createHash('sha256').update(canonicalJson({ figures, total })).digest('hex');
  return { today, rows, total, showsMoney, hash };
}
