import { type Term, form as formTerm, house } from '#kernel/term.js';
import type { DeadlineCode } from './deadlines.js';
import type { IdentityCode } from './identities.js';
import type { IndicatorCode } from './indicators/index.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import type { FactKind } from './views/kinds.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门预算绩效文本 培训指标');

const factTerms = {
  'training.plan': form('培训计划', 'training plan'),
  'training.session': form('培训场次', 'session'),
  'training.trainee': form('参训人员', 'trainee'),
  'training.assessment': form('培训考核', 'assessment'),
} satisfies Partial<Record<FactKind, Term>>;

const measureTerms = {
  'training.sessions-held': form('已举办场次', 'sessions held'),
  'training.trainees': form('培训人次', 'trainees'),
  'training.persons-trained': house('参训人员（按人）', 'persons trained'),
  'training.sessions-planned': form('计划场次', 'sessions planned'),
  'training.planned-sessions-held': house('计划内已举办场次', 'planned sessions held'),
  'training.plans-cancelled': house('已取消计划', 'plans cancelled'),
  'training.assessed': form('考核人次', 'assessed'),
  'training.qualified': form('考核合格人次', 'qualified'),
  'training.office-heads': form('在任司法所长', 'office heads in post'),
  'training.examinees': form('参考人次', 'examinees'),
  'training.exams-passed': form('考试通过人次', 'examinees who passed'),
  'training.appraised': form('年度考核人数', 'staff appraised'),
  'training.appraised-qualified': form('年度考核合格人数', 'staff appraised as qualified'),
  'training.competitions-held': form('已举办比武', 'competitions held'),
  'training.competition-subjects': form('比武科目', 'subjects of competitions'),
  'training.competition-participants': form('比武参加人次', 'participants of competitions'),
} satisfies Record<Exclude<MeasureCode, RegisterCode>, Term>;

const registerTerms = {
  'training.plans': house('培训计划台账', 'training plans'),
  'training.sessions': house('培训台账', 'sessions'),
  'training.officers': house('在岗人员名册', 'officers in post'),
  'training.exams': house('执法考试台账', 'examinations'),
  'training.appraisals': house('年度考核台账', 'appraisals'),
  'training.competitions': house('岗位比武台账', 'competitions'),
} satisfies Record<RegisterCode, Term>;

const indicatorTerms = {
  'TR-01': form('培训（讲座）场次', 'sessions held'),
  'TR-01-courses': form('培训班场次', 'courses'),
  'TR-01-lectures': form('讲座场次', 'lectures'),
  'TR-01-meetings': form('培训会场次', 'training meetings'),
  'TR-02': form('培训人次', 'trainees'),
  'TR-02-persons': form('培训人数', 'persons trained'),
  'TR-03': form('培训合格率', 'share of qualified trainees'),
  'TR-03-trainees': form('培训合格率（占培训总人数）', 'share of qualified among all trainees'),
  'TR-03-assessed': form('培训考核人次', 'trainees assessed'),
  'TR-03-qualified': form('培训合格人次', 'trainees qualified'),
  'TR-04': form('培训计划完成率', 'share of planned sessions held'),
  'TR-04-all': house('培训计划完成率（含计划外）', 'all sessions held over sessions planned'),
  'TR-04-planned': form('计划培训场次', 'sessions planned'),
  'TR-04-held': form('计划内已举办场次', 'planned sessions held'),
  'TR-04-cancelled': house('已取消培训计划', 'plans cancelled'),
  'TR-05': form('司法所长培训率', 'share of office heads trained'),
  'TR-05-trained': form('参训司法所长', 'office heads trained'),
  'TR-05-heads': form('在任司法所长', 'office heads in post'),
  'TR-06': form('业务水平合格率', 'share of staff appraised as qualified'),
  'TR-06-office': form('基层工作人员业务水平合格率', 'share of office staff appraised as qualified'),
  'TR-06-appraised': form('年度考核人数', 'staff appraised'),
  'TR-06-qualified': form('年度考核合格人数', 'staff appraised as qualified'),
  'TR-06-office-appraised': form('基层工作人员考核人数', 'office staff appraised'),
  'TR-06-office-qualified': form('基层工作人员考核合格人数', 'office staff appraised as qualified'),
  'TR-06-bureau-appraised': form('机关工作人员考核人数', 'bureau staff appraised'),
  'TR-07': form('执法人员持证、年检通过率', 'share of examinees who passed'),
  'TR-07-licence': form('执法资格考试通过率', 'share who passed the licence examination'),
  'TR-07-annual-check': form('执法证年检通过率', 'share who passed the annual check'),
  'TR-07-examinees': form('执法考试参考人次', 'examinees'),
  'TR-07-passed': form('执法考试通过人次', 'examinees who passed'),
  'TR-08': form('岗位比武次数', 'competitions held'),
  'TR-08-subjects': form('岗位比武科目', 'subjects of competitions'),
  'TR-08-participants': form('岗位比武参加人次', 'participants of competitions'),
  'TR-09': house('在岗人员', 'officers in post'),
} satisfies Record<IndicatorCode, Term>;

const balanceTerms = {
  'training.sessions-by-form': house('场次等于各形式之和', 'sessions are the sum of their forms'),
  'training.appraised-by-staff': house('考核人数等于基层与机关之和', 'appraised are offices and bureau together'),
  'training.qualified-within-assessed': house('合格人次不多于考核人次', 'qualified are within the assessed'),
  'training.assessed-within-trained': house('考核人次不多于培训人次', 'assessed are within the trained'),
  'training.heads-trained-within-heads': house('参训所长不多于在任所长', 'heads trained are within the heads'),
  'training.appraised-well-within-appraised': house(
    '考核合格不多于参加考核',
    'appraised well are within the appraised',
  ),
  'training.passed-within-examined': house('通过人次不多于参考人次', 'passed are within the examinees'),
  'TR-D01': house('年度内完成培训计划', 'plan fulfilled within its year'),
} satisfies Record<IdentityCode | DeadlineCode, Term>;

/** What the figures of the line, and the rows behind them, are called. */
export const figureTerms = { ...factTerms, ...measureTerms, ...registerTerms, ...indicatorTerms, ...balanceTerms };
