import type { Setting, SettingsOf } from '#application/settings.js';
import type { Dated } from '#kernel/dated.js';
import type { DataOfEvent } from './domain/events/index.js';

export type Grade = DataOfEvent<'mediation.DifficultyConfirmed'>['grade'];
type FundLevel = DataOfEvent<'mediation.SubsidyApproved'>['fundLevel'];

/** What a case needs for a grade: one of these reached is enough. Absent: it does not decide. */
export interface GradeThreshold {
  readonly peopleCount?: number;
  /** 元 */
  readonly amount?: number;
  readonly sessionCount?: number;
  readonly deathOrInjury?: true;
  readonly groupRisk?: true;
}

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** First day of 人民调解法. */
const LAW_OF_2011 = '2011-01-01';
const everyGrade: readonly Grade[] = ['simple', 'ordinary', 'difficult', 'major', 'extra-major'];

/** What the law leaves to provinces and counties, or what could not be confirmed from the text of the rule. */
export const settings = {
  concludeMonths: setting(
    1,
    'Months a mediation normally takes; the ministry standard has 30 days.',
    '人民调解工作若干规定 第三十三条',
  ),
  courtNoticeWorkingDays: setting(
    30,
    'Working days to tell the basic court of a committee; the law says 及时 only, one city counts 30.',
    '人民调解法 第十条',
  ),
  gradeThresholds: setting<Dated<{ readonly [Value in Grade]?: GradeThreshold }>>(
    [{ from: LAW_OF_2011, value: {} }],
    'What makes a case difficult, major, extra-major is for county or province; no national list.',
  ),
  tariffs: setting<Dated<{ readonly [Value in Grade]?: string }>>(
    [{ from: LAW_OF_2011, value: {} }],
    'Yuan a case of the grade earns; counties differ. Absent: any stated tariff is taken.',
  ),
  fundedGrades: setting<{ readonly [Level in FundLevel]: readonly Grade[] }>(
    { county: everyGrade, province: everyGrade },
    'Which grades each level of finance pays for; in Ningxia the region pays 疑难复杂 and above.',
  ),
  subsidyForEffort: setting(false, 'Whether a county pays for failed mediations as well.'),
  subsidyOnPayroll: setting(false, 'Whether mediators on the public payroll may be paid by the case.'),
  reviewBeforeSubsidy: setting(false, 'Whether a dossier must have passed review before a subsidy is approved.'),
} as const;

export type MediationSettings = SettingsOf<typeof settings>;
