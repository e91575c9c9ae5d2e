import type { DeadlineVersion, FromSetting } from '#application/deadline.js';
import { tables } from './views/facts/kinds.js';

/** First days of the two bodies of rules: 社区矫正实施办法 (2012), then 社区矫正法 with its 实施办法 (2020). */
const RULES_OF_2012 = '2012-03-01';
const LAW_OF_2020 = '2020-07-01';

/** Days as the rules count them: the first day is not counted, a last day off moves to the next working day. */
const days = (count: number, from = LAW_OF_2020): readonly DeadlineVersion[] => [
  { from, days: count, count: 'calendar-days', roll: true },
];
const workingDays = (count: FromSetting): readonly DeadlineVersion[] => [
  { from: LAW_OF_2020, days: count, count: 'working-days' },
];
const months = (count: number): readonly DeadlineVersion[] => [
  { from: LAW_OF_2020, days: count, count: 'months', roll: true },
];

const assessment = {
  fact: 'corrections.assessment',
  starts: 'receivedOn',
  due: 'extendedTo',
  met: 'concludedOn',
  lapsed: 'lapsedOn',
  into: 'dueOn',
} as const;
const reporting = {
  fact: 'corrections.case',
  starts: 'effectiveOn',
  due: 'reportDueGiven',
  into: 'reportDueOn',
} as const;
const intake = { fact: 'corrections.case', due: 'planDueOn', lapsed: 'closedOn' } as const;
const placeChange = { fact: 'corrections.place-change', lapsed: 'lapsedOn' } as const;

/**
 * What is due, and when. Where practice is local the term is a setting; where no event tells that a
 * duty was met (the request one month ahead of a move, the notice of a judgment) it cannot be tracked and is left out.
 */
export const deadlines = tables.deadlines({
  /** Opinion on an assessment: 10 working days, or as agreed. 社区矫正法实施办法 第十四条 */
  'CC-D01': {
    ...assessment,
    where: { expedited: false },
    versions: workingDays({ setting: 'assessmentWorkingDays.standard' }),
  },
  'CC-D01-expedited': {
    ...assessment,
    where: { expedited: true },
    versions: workingDays({ setting: 'assessmentWorkingDays.expedited' }),
  },
  /** The deciding organ's papers: 10 days after effect. 社区矫正法 第二十条 */
  'CC-D02': {
    fact: 'corrections.case',
    where: { origin: 'direct' },
    starts: 'effectiveOn',
    versions: days(10),
    met: 'docsReceivedOn',
  },
  /** The subject reports: 10 days from effect. 社区矫正法 第二十一条; 社区矫正实施办法(2012) 第六条 */
  'CC-D03': { ...reporting, where: { arrival: 'reports' }, versions: days(10, RULES_OF_2012), met: 'reportedOn' },
  /** Hand-over of a subject to serve outside prison: 10 days from the decision. 社区矫正法 第二十一条 */
  'CC-D04': { ...reporting, where: { arrival: 'handed-over' }, versions: days(10), met: 'receivedOn' },
  /** Receipt for the papers: 5 days. 社区矫正法实施办法 第十六条 */
  'CC-D05': {
    fact: 'corrections.case',
    where: { origin: 'direct' },
    starts: 'docsReceivedOn',
    versions: days(5),
    met: 'receiptSentOn',
  },
  /** Missing papers supplied: 5 days. 社区矫正法实施办法 第十六条 */
  'CC-D05-missing': {
    fact: 'corrections.case',
    where: { origin: 'direct' },
    starts: 'docsIncompleteOn',
    versions: days(5),
    met: 'docsCompleteOn',
  },
  /** Announcement, group and plan: the term is the setting `planDays`; no national count. 社区矫正法 第二十二、二十四、二十五条 */
  'CC-D06-announcement': { ...intake, where: { origin: 'direct' }, met: 'announcedOn' },
  'CC-D06-group': { ...intake, met: 'groupFormedOn' },
  'CC-D06-plan': { ...intake, met: 'planAdoptedOn' },
  /** Leave asked for 3 days ahead. 社区矫正法实施办法 第二十七条 */
  'CC-D07': {
    fact: 'corrections.leave',
    where: { status: 'approved' },
    starts: 'plannedFrom',
    versions: [{ from: LAW_OF_2020, days: { setting: 'leaveRequestDays', backwards: true }, count: 'calendar-days' }],
    met: 'requestedOn',
  },
  /** Back from leave by the granted day. 社区矫正法实施办法 第二十八条 */
  'CC-D08': {
    fact: 'corrections.leave',
    where: { status: 'departed' },
    due: 'plannedTo',
    met: 'returnedOn',
    lapsed: 'lapsedOn',
    overdue: { command: 'corrections.MarkLeaveOverdue', dated: 'overdueOn', names: 'leaveId' },
  },
  /** A standing permit ends within 6 months of its grant. 社区矫正法实施办法 第二十九条 */
  'CC-D09': {
    fact: 'corrections.permit',
    starts: 'grantedOn',
    versions: [{ from: LAW_OF_2020, days: { setting: 'permitMonths' }, count: 'months' }],
    met: 'validTo',
  },
  /** Change of place: consult in 5 days, reply in 5, refusal told in 5, papers handed over in 5, arrival in 7. 办法 第三十、三十一条 */
  'CC-D10-consult': { ...placeChange, starts: 'requestedOn', versions: days(5), met: 'consultedOn' },
  'CC-D10-reply': { ...placeChange, starts: 'consultedOn', versions: days(5), met: 'repliedOn' },
  'CC-D10-refusal': {
    ...placeChange,
    where: { decision: 'refused' },
    starts: 'decidedOn',
    versions: days(5),
    met: 'notifiedOn',
  },
  'CC-D10-papers': {
    ...placeChange,
    where: { decision: 'agreed' },
    starts: 'decidedOn',
    versions: days(5),
    met: 'docsHandedOverOn',
  },
  'CC-D10-arrival': {
    ...placeChange,
    where: { decision: 'agreed' },
    starts: 'decidedOn',
    versions: days(7),
    met: 'transferredOutOn',
  },
  /** Outside prison: report on the condition each month, re-examination each quarter. 社区矫正法实施办法 第二十四条 */
  'CC-D11-report': { fact: 'corrections.condition-duty', where: { period: 'month' }, due: 'dueOn', met: 'metOn' },
  'CC-D11-review': { fact: 'corrections.condition-duty', where: { period: 'quarter' }, due: 'dueOn', met: 'metOn' },
  /** Electronic monitoring lifted or extended by its last day; 3 months each time at most. 社区矫正法 第二十九条 */
  'CC-D12': { fact: 'corrections.monitoring', due: 'endsOn', met: 'settledOn', lapsed: 'lapsedOn' },
  /** The court on a reduction: 30 days. 社区矫正法 第三十三条 */
  'CC-D13-reduction': {
    fact: 'corrections.sentence-reduction',
    starts: 'proposedOn',
    versions: days(30),
    met: 'grantedOn',
    lapsed: 'lapsedOn',
  },
  /** The court on a revocation, the organ on taking into prison: 30 days. 社区矫正法 第四十八、四十九条 */
  'CC-D13-revocation': {
    fact: 'corrections.revocation',
    starts: 'proposedOn',
    versions: days(30),
    met: 'ruledOn',
    lapsed: 'lapsedOn',
  },
  /** The court on an arrest: 48 hours, tracked as 2 days. 社区矫正法 第四十七条 */
  'CC-D14-arrest': {
    fact: 'corrections.revocation',
    where: { arrestRequested: true },
    starts: 'proposedOn',
    versions: [{ from: LAW_OF_2020, days: 2, count: 'calendar-days' }],
    met: 'arrestedOn',
    lapsed: 'ruledOn',
  },
  /** Custody before the ruling: 30 days at most. 社区矫正法 第四十七条 */
  'CC-D14-custody': {
    fact: 'corrections.custody',
    where: { kind: 'arrest' },
    starts: 'takenOn',
    versions: [{ from: LAW_OF_2020, days: 30, count: 'calendar-days' }],
    met: 'endedOn',
  },
  /** Summary and appraisal 30 days before the term ends; hand-over to aftercare by its end. 社区矫正法实施办法 第五十三条 */
  'CC-D15': {
    fact: 'corrections.case',
    where: { status: 'in-register' },
    starts: 'correctionTo',
    versions: [{ from: LAW_OF_2020, days: -30, count: 'calendar-days' }],
    met: 'termEndEvaluatedOn',
  },
  'CC-D15-aftercare': {
    fact: 'corrections.case',
    due: 'correctionTo',
    met: 'aftercareHandedOverOn',
    lapsed: 'closedOn',
  },
  /** Contact lost: a warning after 10 days, revocation proposed after 1 month. 社区矫正法实施办法 第三十五、四十六条 */
  'CC-D16-warning': {
    fact: 'corrections.lapse',
    where: { kind: 'lost' },
    starts: 'beganOn',
    versions: days(10),
    met: 'warnedOn',
    lapsed: 'endedOn',
  },
  'CC-D16-revocation': {
    fact: 'corrections.lapse',
    where: { kind: 'lost' },
    starts: 'beganOn',
    versions: months(1),
    met: 'revocationProposedOn',
    lapsed: 'endedOn',
  },
});

export type DeadlineCode = keyof typeof deadlines;
