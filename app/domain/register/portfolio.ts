import { BOARD_PHASES, type BoardPhase } from './stage.ts';

/** Amounts in minor units of one currency; amounts of two currencies are never added. */
export type MoneyFigures = {
  currency: string;
  planned: number;
  contracted: number;
  paid: number;
};

export type Figures = {
  phases: Record<BoardPhase, number>;
  deliverables: { expected: number; late: number; submitted: number; accepted: number };
  pending: number;
  money: MoneyFigures[];
};

/** The figures of all together. */
export function totalOf(all: readonly Figures[]): Figures {
  const sum = (of: (figures: Figures) => number) =>
    all.reduce((total, figures) => total + of(figures), 0);
  const currencies = [
    ...new Set(all.flatMap(({ money }) => money.map(({ currency }) => currency))),
  ];
  return {
    phases: Object.fromEntries(
      BOARD_PHASES.map((phase) => [phase, sum(({ phases }) => phases[phase])]),
    ) as Figures['phases'],
    deliverables: {
      expected: sum(({ deliverables }) => deliverables.expected),
      late: sum(({ deliverables }) => deliverables.late),
      submitted: sum(({ deliverables }) => deliverables.submitted),
      accepted: sum(({ deliverables }) => deliverables.accepted),
    },
    pending: sum(({ pending }) => pending),
    money: currencies.sort().map((currency) => {
      const of = (name: 'planned' | 'contracted' | 'paid') =>
        sum(({ money }) => money.find((one) => one.currency === currency)?.[name] ?? 0);
      return {
        currency,
        planned: of('planned'),
        contracted: of('contracted'),
        paid: of('paid'),
      };
    }),
  };
}

/** Tenths of a percent of what was contracted, or null where nothing was. */
export function sharePaid({ contracted, paid }: MoneyFigures): number | null {
  return contracted === 0 ? null : Math.round((paid * 1000) / contracted);
}
