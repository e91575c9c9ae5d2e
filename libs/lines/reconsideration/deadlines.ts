import type { DeadlineVersion } from '#application/deadline.js';
import type { TimeLimit } from '#kernel/time-limit.js';
import { LAW_OF_1999, REGULATION_OF_2007, REVISION_OF_2023, limits } from './domain/law.js';
import { tables } from './views/kinds.js';

const since = (from: string, { days, count, roll }: TimeLimit): DeadlineVersion => ({
  from,
  days,
  count,
  ...(roll === undefined ? {} : { roll }),
});
const workingDays = (days: number): TimeLimit => ({ days, count: 'working-days' });
const days = (count: number): TimeLimit => ({ days: count, count: 'calendar-days', roll: true });

const fact = 'reconsideration.case';
/** The review of an application; its five days begin anew when what was missing has come in. */
const review = { fact, starts: 'reviewFrom', met: 'answeredOn' } as const;
const copy = { fact, starts: 'acceptedOn', clock: 'clock', met: 'copySentOn', lapsed: 'concludedOn' } as const;
const reply = { fact, starts: 'copyReceivedOn', clock: 'clock', met: 'repliedOn', lapsed: 'concludedOn' } as const;
const decision = {
  fact,
  starts: 'termFrom',
  more: 'moreDays',
  clock: 'clock',
  met: 'concludedOn',
  into: 'dueOn',
} as const;
const application = { fact, starts: 'actKnownOn', met: 'madeOn' } as const;
const longest = { fact, starts: 'actMadeOn', met: 'madeOn' } as const;
const norm = { fact: 'reconsideration.norm-review' } as const;

/** What is due, and when. Days the case is suspended are not counted; the law in force where a term starts decides. */
export const deadlines = tables.deadlines({
  /** Review of the application, else it is deemed accepted on the day after. 行政复议法 第三十条 */
  'AR-D01': {
    ...review,
    where: { law: 'since-2024' },
    versions: [since(LAW_OF_1999, limits.review)],
    overdue: { command: 'reconsideration.DeemAccepted', dated: 'deemedOn' },
  },
  /** The same before 2024, when an application counted as accepted from receipt. 行政复议法(2017) 第十七条 */
  'AR-D01-before-2024': {
    ...review,
    where: { law: 'before-2024' },
    versions: [since(LAW_OF_1999, limits.review)],
  },
  /** Notice of what is missing; what is missing, by the day set. 行政复议法 第三十一条; 行政复议法实施条例 第二十九条 */
  'AR-D02-notice': {
    fact,
    where: { correctionRequestedOn: { exists: true } },
    starts: 'receivedOn',
    versions: [since(REGULATION_OF_2007, limits.review)],
    met: 'correctionRequestedOn',
  },
  'AR-D02-supply': { fact, due: 'correctionDueOn', met: 'suppliedOn', lapsed: 'answeredOn' },
  /** Copy to the respondent, and its reply. 行政复议法 第四十八条; (2017) 第二十三条 */
  'AR-D03-copy': { ...copy, where: { procedure: 'ordinary' }, versions: [since(LAW_OF_1999, workingDays(7))] },
  'AR-D03-reply': {
    ...reply,
    where: { procedure: 'ordinary' },
    versions: [since(LAW_OF_1999, limits.reply.before2024), since(REVISION_OF_2023, limits.reply.ordinary)],
  },
  /** The same in the summary procedure. 行政复议法 第五十四条 */
  'AR-D04-copy': { ...copy, where: { procedure: 'summary' }, versions: [since(REVISION_OF_2023, workingDays(3))] },
  'AR-D04-reply': {
    ...reply,
    where: { procedure: 'summary' },
    versions: [since(REVISION_OF_2023, limits.reply.summary)],
  },
  /** The decision, with thirty days more where it was put off. 行政复议法 第六十二条; (2017) 第三十一条 */
  'AR-D05': { ...decision, where: { procedure: 'ordinary' }, versions: [since(LAW_OF_1999, limits.decision.ordinary)] },
  'AR-D05-summary': {
    ...decision,
    where: { procedure: 'summary' },
    versions: [since(REVISION_OF_2023, limits.decision.summary)],
  },
  /** Review of a norm: of its own, referral, the answer to it; its maker told and answering. 行政复议法 第五十六条至第六十条; (2017) 第二十六、二十七条 */
  'AR-D06-own': {
    ...norm,
    where: { competence: 'own' },
    starts: 'openedOn',
    versions: [since(LAW_OF_1999, days(30))],
    met: 'handledOn',
  },
  'AR-D06-referral': {
    ...norm,
    where: { competence: 'referred' },
    starts: 'openedOn',
    versions: [since(LAW_OF_1999, workingDays(7))],
    met: 'referredOn',
  },
  'AR-D06-answer': {
    ...norm,
    starts: 'referredOn',
    versions: [since(LAW_OF_1999, days(60))],
    met: 'normAnsweredOn',
  },
  'AR-D06-notice': {
    ...norm,
    where: { competence: 'own' },
    starts: 'openedOn',
    versions: [since(REVISION_OF_2023, workingDays(3))],
    met: 'makerNotifiedOn',
    lapsed: 'handledOn',
  },
  'AR-D06-reply': {
    ...norm,
    starts: 'makerNotifiedOn',
    versions: [since(REVISION_OF_2023, workingDays(10))],
    met: 'makerRepliedOn',
    lapsed: 'handledOn',
  },
  /** Parties told of a hearing five working days ahead. 行政复议法 第五十一条 */
  'AR-D07': {
    fact: 'reconsideration.hearing',
    starts: 'heldOn',
    versions: [since(REVISION_OF_2023, workingDays(-5))],
    met: 'noticedOn',
  },
  /** The application: sixty days from knowledge, a year where the remedies were not named; five and twenty years from the act. 行政复议法 第二十、二十一条; (2017) 第九条 */
  'AR-D08': {
    ...application,
    where: { remedy: 'informed' },
    versions: [since(LAW_OF_1999, limits.application.informed)],
  },
  'AR-D08-uninformed': {
    ...application,
    where: { remedy: 'uninformed', law: 'since-2024' },
    versions: [since(LAW_OF_1999, limits.application.uninformed)],
  },
  'AR-D08-longest': {
    ...longest,
    where: { longest: 'usual', law: 'since-2024' },
    versions: [since(LAW_OF_1999, limits.longest.usual)],
  },
  'AR-D08-immovables': {
    ...longest,
    where: { longest: 'immovables', law: 'since-2024' },
    versions: [since('1949-10-01', limits.longest.immovables)],
  },
  /** What was done about a letter of opinion; about a suggestion, by the day it sets. 行政复议法 第七十六条; 实施条例 第五十七条 */
  'AR-D09': {
    fact: 'reconsideration.letter',
    where: { kind: 'opinion' },
    starts: 'issuedOn',
    due: 'dueGiven',
    versions: [since(REGULATION_OF_2007, days(60))],
    met: 'replyOn',
  },
  'AR-D09-suggestion': {
    fact: 'reconsideration.letter',
    where: { kind: 'suggestion' },
    due: 'dueGiven',
    met: 'replyOn',
  },
  /** The organ that made the act passes on an application handed in there. 行政复议法 第三十二条 */
  'AR-D10': {
    fact,
    where: { channel: 'through-agency' },
    starts: 'agencyReceivedOn',
    versions: [since(REVISION_OF_2023, workingDays(5))],
    met: 'receivedOn',
  },
  /** Performance by the day the decision sets. 行政复议法 第七十七条 */
  'AR-D11': { fact, due: 'performBy', met: 'performedOn' },
});

export type DeadlineCode = keyof typeof deadlines;
