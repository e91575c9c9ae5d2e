import { tables } from './views/kinds.js';

/** The joint notice on linking released prisoners, and the one of 2010. @source 综治委〔1999〕5号; 中办发〔2010〕5号 */
const NOTICE_OF_1999 = '1999-01-01';
const NOTICE_OF_2010 = '2010-02-01';

const person = { fact: 'aftercare.case', lapsed: 'linkedOn' } as const;

/**
 * What is due, and when. No statute counts days: the terms are settings, save where the duty falls on the day itself. Whether
 * the prison (10th) and the city (13th) kept their days of AC-D02 no event of this bureau tells.
 */
export const deadlines = tables.deadlines({
  /** The prison's notice: a month before release. 综治委〔1999〕5号 */
  'AC-D01': {
    ...person,
    where: { origin: 'released', sourceKind: { oneOf: ['prison', 'detention-house'] } },
    starts: 'releaseOn',
    versions: [{ from: NOTICE_OF_1999, days: { setting: 'preReleaseNoticeMonths', backwards: true }, count: 'months' }],
    met: 'noticeOn',
  },
  /** Information handed down to the justice office by the day of the month. Local practice */
  'AC-D02': { ...person, due: 'forwardDueOn', met: 'forwardedOn' },
  /** The person reports: by the day the prison set, else within the days of the setting. */
  'AC-D03': { fact: 'aftercare.case', due: 'linkDueOn', met: 'linkedOn', lapsed: 'notResidentOn' },
  /** 必接必送: key persons are collected on the day of release. 中办发〔2010〕5号 */
  'AC-D04': {
    ...person,
    where: { origin: 'released', keyAtRelease: true },
    starts: 'releasedOn',
    versions: [{ from: NOTICE_OF_2010, days: 0, count: 'calendar-days' }],
    met: 'collectedOn',
  },
  /** The next contact; sooner for key persons. Provincial */
  'AC-D05': { fact: 'aftercare.contact-duty', due: 'dueOn', met: 'metOn', lapsed: 'lapsedOn' },
  /** Statistics of the half year and of the year from each justice office. Local practice */
  'AC-D06-half-year': {
    fact: 'aftercare.statistics-duty',
    where: { coverage: 'half-year' },
    due: 'dueOn',
    met: 'metOn',
  },
  'AC-D06-year': { fact: 'aftercare.statistics-duty', where: { coverage: 'year' }, due: 'dueOn', met: 'metOn' },
});

export type DeadlineCode = keyof typeof deadlines;
