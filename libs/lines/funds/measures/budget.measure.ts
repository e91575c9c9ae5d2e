import { tables } from '../views/kinds.js';

const BY_LINE = ['project', 'fund', 'parent', 'class', 'level', 'businessLine', 'fiscalYear'] as const;
const BY_SOURCE = [...BY_LINE, 'source'] as const;

/** An earmark is a view of money booked on other lines, so it has measures of its own and is in no total. */
const IN_TOTALS = { oneOf: ['basic-personnel', 'basic-operating', 'project'] } as const;

/** Budgets stand in the books of their year: from the day they take effect to 31 December. */
const budget = {
  fact: 'funds.budget',
  unit: '元',
  kind: 'stock',
  from: 'effectiveOn',
  to: 'yearEndsOn',
  sum: 'amount',
  splits: BY_SOURCE,
} as const;
const receipt = { fact: 'funds.receipt', unit: '元', sum: 'amount', splits: BY_SOURCE } as const;
const checkpoint = {
  fact: 'funds.checkpoint',
  kind: 'stock',
  from: 'dueOn',
  to: 'standsUntil',
  splits: BY_LINE,
} as const;
const settlement = {
  fact: 'funds.settlement',
  unit: '元',
  kind: 'flow',
  on: 'settledOn',
  sum: 'amount',
  splits: BY_LINE,
} as const;

/** What may be spent, what came in, what was planned, and what became of the rest; the office that records it. */
export const budgetMeasures = tables.measures({
  /** Leaf lines of the year. */
  'funds.lines': {
    fact: 'funds.project',
    unit: '个',
    kind: 'stock',
    from: 'effectiveOn',
    to: 'yearEndsOn',
    where: { class: IN_TOTALS },
    splits: BY_LINE,
  },
  'funds.initial-budget': { ...budget, where: { class: IN_TOTALS, entry: 'initial' } },
  'funds.adjustments': { ...budget, where: { class: IN_TOTALS, entry: 'adjustment' } },
  /** Initial and all adjustments. */
  'funds.adjusted-budget': { ...budget, where: { class: IN_TOTALS } },
  'funds.earmark-initial-budget': { ...budget, where: { class: 'earmark', entry: 'initial' } },
  'funds.earmark-budget': { ...budget, where: { class: 'earmark' } },
  'funds.received': { ...receipt, kind: 'flow', on: 'receivedOn', where: { class: IN_TOTALS } },
  /** Received since the year began. */
  'funds.received-to-date': {
    ...receipt,
    kind: 'stock',
    from: 'receivedOn',
    to: 'yearEndsOn',
    where: { class: IN_TOTALS },
  },
  'funds.earmark-received': {
    ...receipt,
    kind: 'stock',
    from: 'receivedOn',
    to: 'yearEndsOn',
    where: { class: 'earmark' },
  },
  /** To be spent by the newest checkpoint that has come, and what was spent by then. */
  'funds.planned': { ...checkpoint, unit: '元', sum: 'amount' },
  'funds.spent-by-checkpoint': { ...checkpoint, unit: '元', sum: 'spent' },
  'funds.lines-with-plan': { ...checkpoint, unit: '个' },
  'funds.lines-on-plan': { ...checkpoint, unit: '个', where: { metOn: { notAfter: 'dueOn' } } },
  'funds.carried-over': { ...settlement, where: { kind: 'carried-over' } },
  'funds.recovered': { ...settlement, where: { kind: 'recovered' } },
});
