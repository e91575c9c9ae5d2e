import type { Setting, SettingsOf } from '#application/settings.js';
import type { Dated } from '#kernel/dated.js';
import type { KeyClass, SettlementNeed } from './domain/enumerations.js';

/** Months between two contacts at most. */
interface ContactMonths {
  readonly key: number;
  readonly general: number;
}

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** The joint notice of 2010 on helping and settling released prisoners. @source 中办发〔2010〕5号 */
const NOTICE_OF_2010 = '2010-02-01';

/** No statute counts days for the bureau: nearly every term is the province's, and a deployment overrides it by name. */
export const settings = {
  supportYears: setting<Dated<number>>(
    [{ from: NOTICE_OF_2010, value: 5 }],
    'Years of support from the day of release, by the rules in force on that day.',
    '福建省: 刑满释放五年内、解除矫正五年内',
  ),
  correctionReleasedCounted: setting(
    true,
    'Whether those released from community correction count among the persons in support; some provinces count prisoners only.',
  ),
  preReleaseNoticeMonths: setting(
    1,
    'Months before release by which the prison sends its notice (AC-D01); Shanghai: 30 days.',
    '综治委〔1999〕5号',
  ),
  forwardDay: setting(14, 'Day of the month by which the county hands information down (AC-D02).', '广东省做法'),
  reportDays: setting(
    7,
    'Days after release within which to report (AC-D03) where the prison set no day for the person; no national count.',
  ),
  contactMonths: setting<Dated<ContactMonths>>(
    [{ from: NOTICE_OF_2010, value: { key: 1, general: 3 } }],
    'Months within which the next contact is due (AC-D05); provincial.',
  ),
  statisticsDays: setting(
    { 'half-year': '07-02', year: '02-02' },
    'Month and day by which an office sends its statistics up (AC-D06); those of a year in the year after.',
    '广东省做法',
  ),
  keyClasses: setting<readonly KeyClass[]>(
    [
      'state-security-or-cult',
      'gang',
      'drugs',
      'violence',
      'mental-disorder',
      'nothing-to-return-to',
      'false-identity',
    ],
    'The classes of key persons (七类); the list is provincial.',
  ),
  settlementExemptions: setting<readonly Exclude<SettlementNeed, 'needed'>[]>(
    ['incapacitated', 'studying', 'unwilling'],
    'Who is left out of those to be settled (AC-05); provinces differ.',
  ),
  dualListedAtDomicileRated: setting(
    true,
    'Whether somebody who lives away, listed here as at the registered home (双列管), counts in the rates of this bureau.',
  ),
} as const;

export type AftercareSettings = SettingsOf<typeof settings>;
