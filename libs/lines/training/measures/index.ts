import { tables } from '../views/kinds.js';

const session = {
  fact: 'training.session',
  kind: 'flow',
  on: 'heldOn',
  splits: ['form', 'targetGroup', 'mode'],
} as const;
const assessment = {
  fact: 'training.assessment',
  unit: '人次',
  kind: 'flow',
  on: 'assessedOn',
  splits: ['targetGroup'],
} as const;
const exam = { fact: 'training.exam', unit: '人次', kind: 'flow', on: 'heldOn', splits: ['kind'] } as const;
const appraisal = {
  fact: 'training.appraisal',
  unit: '人',
  kind: 'flow',
  on: 'countedOn',
  splits: ['staffKind', 'grade'],
} as const;
const competition = { fact: 'training.competition', kind: 'flow', on: 'heldOn' } as const;

/** What was planned, held and reached; the office that recorded it. */
export const measures = tables.measures({
  /** Sessions held, planned or not, by the day. */
  'training.sessions-held': { ...session, unit: '场' },
  /** Everybody in every session: somebody in two sessions counts twice. */
  'training.trainees': { ...session, unit: '人次', sum: 'traineeCount' },
  /** Trainees known by name; asked as distinct persons. */
  'training.persons-trained': {
    fact: 'training.trainee',
    unit: '人',
    kind: 'flow',
    on: 'heldOn',
    splits: ['targetGroup'],
  },
  /** Sessions planned, by the day the plan was issued, not before its year; a cancelled plan stays one. */
  'training.sessions-planned': {
    fact: 'training.plan',
    unit: '场',
    kind: 'flow',
    on: 'planOn',
    sum: 'plannedSessions',
    splits: ['targetGroup'],
  },
  /** Of the plans of a period: their sessions held by its end. */
  'training.planned-sessions-held': {
    fact: 'training.session',
    unit: '场',
    kind: 'cohort',
    cohort: 'planOn',
    from: 'heldOn',
    splits: ['targetGroup'],
  },
  'training.plans-cancelled': { fact: 'training.plan', unit: '次', kind: 'flow', on: 'cancelledOn' },
  'training.assessed': { ...assessment, sum: 'assessed' },
  'training.qualified': { ...assessment, sum: 'qualified' },
  /** Heads of justice offices in post. */
  'training.office-heads': {
    fact: 'training.officer',
    unit: '人',
    kind: 'stock',
    from: 'postedOn',
    to: 'leftOn',
    where: { duty: 'office-head' },
  },
  'training.officers': {
    fact: 'training.officer',
    unit: '人',
    kind: 'stock',
    from: 'postedOn',
    to: 'leftOn',
    splits: ['duty'],
  },
  'training.examinees': { ...exam, sum: 'examinees' },
  'training.exams-passed': { ...exam, sum: 'passed' },
  'training.appraised': appraisal,
  'training.appraised-qualified': { ...appraisal, where: { isQualified: true } },
  'training.competitions-held': { ...competition, unit: '次' },
  'training.competition-subjects': { ...competition, unit: '个', sum: 'subjectCount' },
  'training.competition-participants': { ...competition, unit: '人次', sum: 'participants' },
});

export type MeasureCode = keyof typeof measures;
