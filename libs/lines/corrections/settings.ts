import type { Setting, SettingsOf } from '#application/settings.js';
import type { Dated } from '#kernel/dated.js';
import type { DataOfEvent } from './domain/events/index.js';

type Category = DataOfEvent<'corrections.SubjectReceived'>['category'];
type Opinion = DataOfEvent<'corrections.AssessmentConcluded'>['opinion'];
type Level = DataOfEvent<'corrections.ManagementLevelSet'>['level'];

/** Leave limits in force: days each level may approve, and the days and months within which leaves are added up. */
export interface LeaveLimits {
  /** Most days at once an entrusted justice office may approve. */
  readonly officeDays: number;
  /** Most days at once the county may approve. */
  readonly countyDays: number;
  /** Most days within `cumulationMonths` before the level above has to approve; absent where leaves were not added up. */
  readonly cumulatedDays?: number;
  readonly cumulationMonths: number;
}

/** How many sanctions of one kind call for the next graver step. Absent: no such step. */
export interface Escalation {
  readonly admonitionsBeforeWarning?: number;
  readonly warningsBeforeRevocation: number;
}

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** First days of the two bodies of rules: 社区矫正实施办法 (2012), then 社区矫正法 with its 实施办法 (2020). */
const RULES_OF_2012 = '2012-03-01';
const LAW_OF_2020 = '2020-07-01';

/**
 * What the law leaves to provinces and counties, or what could not be confirmed from the text of the rule. A deployment
 * overrides by name; the default is the reading used until then.
 */
export const settings = {
  assessmentOpinions: setting<readonly Opinion[]>(
    ['suitable', 'cautious', 'unsuitable'],
    'The rules fix no opinion values; some provinces do without 慎用.',
  ),
  assessmentWorkingDays: setting(
    { standard: 10, expedited: 5 },
    'Working days from letter and attachments; some provinces allow 15.',
    '社区矫正法实施办法 第十四条',
  ),
  minimumInvestigators: setting(2, 'Two investigators is common local practice, not a national rule.'),
  planDays: setting(30, 'Days from intake to announcement, group and plan; no national count.'),
  managementLevels: setting<readonly Level[]>(
    ['strict', 'general', 'lenient'],
    'Provinces name and number the levels differently.',
    '社区矫正法实施办法 第二十一条',
  ),
  leaveLimits: setting<Dated<LeaveLimits>>(
    [
      { from: RULES_OF_2012, value: { officeDays: 7, countyDays: 30, cumulationMonths: 2 } },
      { from: LAW_OF_2020, value: { officeDays: 7, countyDays: 30, cumulatedDays: 30, cumulationMonths: 2 } },
    ],
    'Days each level may approve; 2012 rules before 2020-07-01.',
    '社区矫正法实施办法 第二十七条; 社区矫正实施办法(2012) 第十三条',
  ),
  leaveDelegatedToOffices: setting(true, 'Whether the county has entrusted short leaves to its justice offices.'),
  leaveRequestDays: setting(3, 'Days ahead a leave is asked for.', '社区矫正法实施办法 第二十七条'),
  urbanDivisions: setting<readonly string[]>(
    [],
    'GB/T 2260 codes of the urban area of the own city (设区的市): going there is no leave.',
    '社区矫正法实施办法 第二十六条',
  ),
  permitMonths: setting(6, 'Longest validity of a standing cross-county permit.', '社区矫正法实施办法 第二十九条'),
  commendationMonths: setting(
    6,
    'Months in the register before a first commendation.',
    '社区矫正法实施办法 第三十三条',
  ),
  escalation: setting<Dated<Escalation>>(
    [
      { from: RULES_OF_2012, value: { warningsBeforeRevocation: 3 } },
      { from: LAW_OF_2020, value: { admonitionsBeforeWarning: 2, warningsBeforeRevocation: 2 } },
    ],
    'Sanctions without effect that call for the next step: a prompt, never an automatic act.',
    '社区矫正法实施办法 第三十四、三十五、四十六条; 社区矫正实施办法(2012) 第二十五条',
  ),
  publicSecurityCategories: setting<Dated<readonly Category[]>>(
    [{ from: '2006-03-01', value: ['public-surveillance', 'probation', 'outside-prison'] }],
    'Whom public-security punishment reaches; parole goes to revocation. Renumbered by the revision of 2025.',
    '治安管理处罚法(2012) 第六十条第四项',
  ),
  fundsNorm: setting(1500, 'Yuan per subject and year the province asks for.', '湘财行〔2013〕72号'),
} as const;

export type CorrectionsSettings = SettingsOf<typeof settings>;
