import type { Setting, SettingsOf } from '#application/settings.js';
import type { DataOfEvent } from './domain/events/index.js';

type Satisfaction = DataOfEvent<'legal-aid.RecipientRevisited'>['satisfaction'];
type Grade = DataOfEvent<'legal-aid.CaseQualityAssessed'>['grade'];

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/**
 * What the law leaves to provinces and counties, or what could not be confirmed from the text of the rule. A deployment
 * overrides by name; the default is the reading used until then.
 */
export const settings = {
  decisionDays: setting(
    { rules2012: 7, law2022: 7 },
    'Days to examine and decide: working days before 2022, calendar days since; the statute does not say which.',
    '法律援助法 第四十三条; 办理法律援助案件程序规定(2012) 第十三条',
  ),
  assignmentDays: setting(
    { rules2012: 7, law2022: 3 },
    'Days from grant to assignment: working days before 2022, calendar days since.',
    '法律援助法 第四十三条; 办理法律援助案件程序规定(2012)',
  ),
  noticeDays: setting(
    { rules2012: 3, law2022: 3 },
    'Days from a notice to defend to the assignment of a lawyer.',
    '法律援助法 第三十六条; 司发通〔2013〕18号',
  ),
  objectionDays: setting(
    { regulation2003: 5, law2022: 5 },
    'Days to examine an objection: working days before 2022, calendar days since.',
    '法律援助法 第四十九条; 法律援助条例 第十九条',
  ),
  dossierDays: setting(
    { rules2012: 30, rules2023: 30 },
    'Days from the closing day to the hand-in of the file; article of the revision not confirmed.',
    '办理法律援助案件程序规定',
  ),
  dossierReviewDays: setting(
    { rules2012: 30, rules2023: 30 },
    'Days from the hand-in to the review of the file; provinces set shorter ones.',
    '办理法律援助案件程序规定',
  ),
  emergencyLimitationDays: setting(
    7,
    'Emergency aid: fewer days than these are left of a limitation or term.',
    '法律援助法 第四十四条',
  ),
  seniorPracticeYears: setting(
    3,
    'Years of practice a lawyer needs where life imprisonment or death is possible.',
    '法律援助法 第二十六条',
  ),
  satisfiedAnswers: setting<readonly Satisfaction[]>(
    ['very-satisfied', 'satisfied', 'fairly-satisfied'],
    'Answers of a revisit that count as satisfied; forms differ on 基本满意.',
  ),
  passingGrades: setting<readonly Grade[]>(
    ['excellent', 'good', 'passed'],
    'Grades of an assessment that count as passed; the scale is local.',
  ),
} as const;

export type LegalAidSettings = SettingsOf<typeof settings>;
