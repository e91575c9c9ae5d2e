import type { DeadlineVersion, FromSetting } from '#application/deadline.js';
import { tables } from './views/facts/kinds.js';

/** First days of the bodies of rules. @source 法律援助条例; 办理法律援助案件程序规定(2012, 2023); 法律援助法 */
const REGULATION_OF_2003 = '2003-09-01';
const RULES_OF_2012 = '2012-07-01';
const LAW_OF_2022 = '2022-01-01';
const RULES_OF_2023 = '2023-09-01';

const days = (from: string, count: number | FromSetting): DeadlineVersion => ({
  from,
  days: count,
  count: 'calendar-days',
  roll: true,
});
const workingDays = (from: string, count: FromSetting): DeadlineVersion => ({
  from,
  days: count,
  count: 'working-days',
});
const setting = (name: string): FromSetting => ({ setting: name });

/**
 * What is due, and when. Whether the law's days are working days is not said; the settings carry the numbers. Emergency aid
 * (LA-D06, 第四十四条) is a test at the assignment, not a term, and stands among the rules.
 */
export const deadlines = tables.deadlines({
  /** Examine and decide; the term stands still while a supplement is awaited. 法律援助法 第四十三条 */
  'LA-D01': {
    fact: 'legal-aid.examination',
    starts: 'termFrom',
    clock: 'clock',
    versions: [
      workingDays(RULES_OF_2012, setting('decisionDays.rules2012')),
      days(LAW_OF_2022, setting('decisionDays.law2022')),
    ],
    met: 'answeredOn',
    into: 'decisionDueOn',
  },
  /** Assign an agent after the grant. 法律援助法 第四十三条 */
  'LA-D02': {
    fact: 'legal-aid.examination',
    starts: 'grantedOn',
    versions: [
      workingDays(RULES_OF_2012, setting('assignmentDays.rules2012')),
      days(LAW_OF_2022, setting('assignmentDays.law2022')),
    ],
    met: 'assignedOn',
    lapsed: 'lapsedOn',
    into: 'assignDueOn',
  },
  /** Assign a lawyer after a notice to defend. 法律援助法 第三十六条; 司发通〔2013〕18号 */
  'LA-D03': {
    fact: 'legal-aid.examination',
    starts: 'notifiedOn',
    versions: [days(RULES_OF_2012, setting('noticeDays.rules2012')), days(LAW_OF_2022, setting('noticeDays.law2022'))],
    met: 'assignedOn',
    lapsed: 'lapsedOn',
    into: 'assignDueOn',
  },
  /** The organ or place of custody forwards an application: 24 hours, by days here; LA-09-forwarded looks at the hours. */
  'LA-D04': {
    fact: 'legal-aid.case',
    starts: 'forwardTakenOn',
    versions: [{ from: LAW_OF_2022, days: 1, count: 'calendar-days' }],
    met: 'receivedOn',
  },
  /** The bureau examines an objection. 法律援助法 第四十九条; 法律援助条例 第十九条 */
  'LA-D05': {
    fact: 'legal-aid.objection',
    starts: 'raisedOn',
    versions: [
      workingDays(REGULATION_OF_2003, setting('objectionDays.regulation2003')),
      days(LAW_OF_2022, setting('objectionDays.law2022')),
    ],
    met: 'decidedOn',
  },
  /** The agent hands in the file after the closing day. 办理法律援助案件程序规定 */
  'LA-D07': {
    fact: 'legal-aid.dossier',
    starts: 'closedOn',
    versions: [
      days(RULES_OF_2012, setting('dossierDays.rules2012')),
      days(RULES_OF_2023, setting('dossierDays.rules2023')),
    ],
    met: 'submittedOn',
    lapsed: 'lapsedOn',
  },
  /** The centre reviews the file. 办理法律援助案件程序规定 */
  'LA-D08': {
    fact: 'legal-aid.dossier',
    starts: 'submittedOn',
    versions: [
      days(RULES_OF_2012, setting('dossierReviewDays.rules2012')),
      days(RULES_OF_2023, setting('dossierReviewDays.rules2023')),
    ],
    met: 'reviewedOn',
    lapsed: 'lapsedOn',
  },
});

export type DeadlineCode = keyof typeof deadlines;
