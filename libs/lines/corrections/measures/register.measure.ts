import { tables } from '../views/facts/kinds.js';

const fact = 'corrections.case';

/** The register, who comes into it and who leaves it; unit 人, the office in charge on the day. */
export const registerMeasures = tables.measures({
  /** In the register (在册), from the day of intake to the day before leaving. */
  'corrections.in-register': {
    fact,
    unit: '人',
    kind: 'stock',
    from: 'inRegisterFrom',
    to: 'closedOn',
    splits: ['category', 'sex', 'ageBand', 'level'],
  },
  /** Newly received (新接收), without those transferred in. */
  'corrections.received': { fact, unit: '人', kind: 'flow', on: 'receivedOn', splits: ['category', 'sex', 'ageBand'] },
  'corrections.transferred-in': {
    fact,
    unit: '人',
    kind: 'flow',
    on: 'transferredInOn',
    splits: ['category', 'sex', 'ageBand'],
  },
  /** Taken over with the opening balance; no intake, but what makes a stock begin where the records begin. */
  'corrections.imported': { fact, unit: '人', kind: 'flow', on: 'importedOn', splits: ['category'] },
  'corrections.released': { fact, unit: '人', kind: 'flow', on: 'releasedOn', splits: ['category', 'closingKind'] },
  'corrections.terminated': { fact, unit: '人', kind: 'flow', on: 'terminatedOn', splits: ['category', 'closingKind'] },
  'corrections.transferred-out': { fact, unit: '人', kind: 'flow', on: 'transferredOutOn', splits: ['category'] },
  /** Taken over from another office of the bureau. */
  'corrections.moved-in': {
    fact: 'corrections.reassignment',
    unit: '人',
    kind: 'flow',
    on: 'movedOn',
    where: { direction: 'in' },
    splits: ['category'],
  },
  'corrections.moved-out': {
    fact: 'corrections.reassignment',
    unit: '人',
    kind: 'flow',
    on: 'movedOn',
    where: { direction: 'out' },
    splits: ['category'],
  },
  /** Due to report, or to be handed over, by the last day to do so (CC-D03, CC-D04). */
  'corrections.report-due': { fact, unit: '人', kind: 'flow', on: 'reportDueOn' },
  /** Of those due in a period, the ones whose papers have come. */
  'corrections.documented-due': {
    fact,
    unit: '人',
    kind: 'cohort',
    cohort: 'reportDueOn',
    from: 'docsReceivedOn',
  },
  /** Of those due in a period, the ones whose papers have come and who are received. */
  'corrections.documented-received': {
    fact,
    unit: '人',
    kind: 'cohort',
    cohort: 'reportDueOn',
    from: 'documentedIntakeOn',
  },
  /** In the register longer than the term for group and plan (CC-D06). */
  'corrections.plan-due': { fact, unit: '人', kind: 'stock', from: 'planDueOn', to: 'closedOn' },
  'corrections.plan-worked-out': { fact, unit: '人', kind: 'stock', from: 'workedOutFrom', to: 'closedOn' },
});
