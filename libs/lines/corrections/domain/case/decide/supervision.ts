import { accept, nothing } from '#kernel/reject.js';
import type { SupervisionEvent } from '../../events/index.js';
import { refuse } from '../../rejections.js';
import { type CaseRules, supervised } from '../rule.js';

/**
 * Day-to-day supervision. Reports, visits, attendance, help and evaluations may always happen while in the register.
 * @rejects corrections.level-not-in-use     the province has no such level
 * @rejects corrections.dates-reversed       a course ended before it began
 * @rejects corrections.only-outside-prison  reviews of the medical condition belong to serving outside prison
 * @rejects corrections.already-listed, not-listed, no-such-opinion, already-answered
 * @source 社区矫正法 第二十三至二十六条、第三十五至四十三条; 社区矫正法实施办法 第二十一、二十四条
 */
export const supervisionRules: CaseRules<SupervisionEvent> = {
  'corrections.OfficeReassigned': supervised(({ officeCode }, state) =>
    officeCode === state.officeCode ? nothing : accept,
  ),
  'corrections.ManagementLevelSet': supervised(({ level }, state, { settings }) => {
    if (!settings.managementLevels.includes(level)) return refuse('corrections.level-not-in-use', 'level');
    return level === state.level ? nothing : accept;
  }),
  'corrections.ReportMade': () => accept,
  'corrections.ReportMissed': () => accept,
  'corrections.VisitConducted': () => accept,
  'corrections.EducationAttended': () => accept,
  'corrections.WelfareActivityAttended': () => accept,
  'corrections.SkillTrainingCompleted': ({ startedOn, completedOn }) =>
    completedOn < startedOn ? refuse('corrections.dates-reversed', 'startedOn', 'completedOn') : accept,
  'corrections.AssistanceGiven': () => accept,
  'corrections.ConditionReviewSubmitted': supervised((_data, { category }) =>
    category === 'outside-prison' ? accept : refuse('corrections.only-outside-prison'),
  ),
  'corrections.PeriodicEvaluationRecorded': () => accept,
  'corrections.KeyPersonListed': supervised(({ reason }, { keyPersonReason }) => {
    if (keyPersonReason === undefined) return accept;
    return keyPersonReason === reason ? nothing : refuse('corrections.already-listed', 'reason');
  }),
  'corrections.KeyPersonUnlisted': supervised((_data, { keyPersonReason }) =>
    keyPersonReason === undefined ? refuse('corrections.not-listed') : accept,
  ),
  'corrections.ProcuratorialOpinionReceived': supervised(({ docNo }, { opinions }) =>
    opinions.has(docNo) ? nothing : accept,
  ),
  'corrections.ProcuratorialOpinionAnswered': supervised(({ opinionDocNo, docNo }, { opinions }) => {
    if (!opinions.has(opinionDocNo)) return refuse('corrections.no-such-opinion', 'opinionDocNo');
    const answer = opinions.get(opinionDocNo);
    if (answer === undefined) return accept;
    return answer === docNo ? nothing : refuse('corrections.already-answered', 'docNo');
  }),
};
