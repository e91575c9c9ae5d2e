import { tables } from '../views/kinds.js';

const fact = 'reconsideration.case';
const flow = { fact, unit: '件', kind: 'flow' } as const;
const matter = ['actKind', 'field', 'respondentKind'] as const;

/** Outcomes that put the act right (直接纠错): 变更、撤销、确认违法、责令履行、确认无效. */
const CORRECTING = [
  'modified',
  'revoked',
  'partly-revoked',
  'revoked-remade',
  'declared-unlawful',
  'ordered-to-perform',
  'declared-void',
];

/** Every measure of the line, by code; unit 件. */
export const measures = tables.measures({
  /** Applications, by the day they came in. */
  'reconsideration.applied': { ...flow, on: 'appliedOn', splits: ['channel', ...matter] },
  /** Of those that came in in a period, the ones answered, by answer. */
  'reconsideration.applications-answered': {
    fact,
    unit: '件',
    kind: 'cohort',
    cohort: 'appliedOn',
    from: 'answeredOn',
    splits: ['answer'],
  },
  /** Of those that came in in a period, the ones that wait for an answer, or for what was missing. */
  'reconsideration.applications-pending': {
    fact,
    unit: '件',
    kind: 'cohort',
    cohort: 'appliedOn',
    from: 'appliedOn',
    to: 'answeredOn',
  },
  /** Cases accepted, or deemed so, by that day. */
  'reconsideration.accepted': { ...flow, on: 'acceptedOn', splits: ['procedure', ...matter] },
  /** Open cases taken over from earlier records. */
  'reconsideration.imported': { ...flow, on: 'importedOn' },
  /** Accepted and not concluded. */
  'reconsideration.open': {
    fact,
    unit: '件',
    kind: 'stock',
    from: 'openFrom',
    to: 'concludedOn',
    splits: ['procedure'],
  },
  /** Cases concluded, by the day of the decision. */
  'reconsideration.concluded': { ...flow, on: 'concludedOn', splits: ['outcome', 'ending', ...matter] },
  'reconsideration.corrected': { ...flow, on: 'concludedOn', where: { outcome: { oneOf: CORRECTING } } },
  /** Settled or terminated after the respondent put its act right itself. */
  'reconsideration.self-corrected': {
    ...flow,
    on: 'concludedOn',
    where: { correctedAct: true, ending: { oneOf: ['mediated', 'withdrawn', 'ended'] } },
  },
  /** Decisions: conclusions other than by mediation or termination. */
  'reconsideration.decisions': { ...flow, on: 'decidedOn' },
  /** Of the decisions of a period, the ones taken to court. */
  'reconsideration.decisions-litigated': { fact, unit: '件', kind: 'cohort', cohort: 'decidedOn', from: 'litigatedOn' },
  /** Of the cases concluded in a period, the ones taken to court or petitioned about. */
  'reconsideration.contested': { fact, unit: '件', kind: 'cohort', cohort: 'concludedOn', from: 'contestedOn' },
  /** Cases whose term for the decision ends, by that day (AR-D05). */
  'reconsideration.due': { ...flow, on: 'dueOn' },
  'reconsideration.on-time': { ...flow, on: 'dueOn', where: { concludedOn: { notAfter: 'dueOn' } } },
  /** Letters of opinion and suggestion, by the day they went out, and by the day they were answered. */
  'reconsideration.letters': {
    fact: 'reconsideration.letter',
    unit: '件',
    kind: 'flow',
    on: 'issuedOn',
    splits: ['kind'],
  },
  'reconsideration.letters-answered': { fact: 'reconsideration.letter', unit: '件', kind: 'flow', on: 'replyOn' },
});

export type MeasureCode = keyof typeof measures;
