import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import { type FieldNames, eventTerms, explained, under } from '#kernel/term-tables.js';
import { events } from './domain/events.js';
import type { ProgramStatus } from './domain/program.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import { dayTerms } from './terms.days.js';
import { figureTerms } from './terms.figures.js';
import { help } from './terms.help.js';
import { enumerationTerms } from './terms.tables.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门预算绩效文本 培训指标');

const streamTerms = {
  training: form('教育培训', 'training'),
  'training.program': form('培训项目', 'training programme'),
  'training.officer': house('在岗人员', 'officer in post'),
  'training.exam': form('执法考试', 'enforcement examination'),
  'training.appraisal': form('年度考核', 'annual appraisal'),
  'training.competition': form('岗位比武', 'competition of skills'),
} satisfies Terms;

const statusTerms = {
  none: house('未登记', 'not recorded'),
  planned: form('已计划', 'planned'),
  held: form('已举办', 'held'),
  assessed: form('已考核', 'assessed'),
  closed: house('已结束', 'closed'),
  cancelled: house('已取消', 'cancelled'),
  'in-post': house('在岗', 'in post'),
  left: house('已离岗', 'left'),
  recorded: house('已评定', 'recorded'),
} satisfies Record<ProgramStatus | 'none' | 'in-post' | 'left' | 'recorded', Term>;

/** Columns of lists that no payload has. */
type Derived = 'sessionsHeld' | 'fulfilledOn' | 'status' | 'subjectCount';

const fieldWords = {
  appraisalYear: form('考核年度', 'year appraised'),
  appraisedOn: form('评定日期', 'appraised on'),
  assessed: form('考核人次', 'assessed'),
  assessedOn: form('考核日期', 'assessed on'),
  cancelledOn: house('取消日期', 'cancelled on'),
  closedOn: house('结束日期', 'closed on'),
  duty: form('岗位', 'duty'),
  examinees: form('参考人数', 'examinees'),
  form: house('培训形式', 'form'),
  fulfilledOn: house('计划完成日期', 'plan fulfilled on'),
  grade: form('考核等次', 'grade'),
  heldOn: form('举办日期', 'held on'),
  hours: form('学时', 'hours'),
  kind: form('考试类别', 'kind of examination'),
  lecturer: form('授课人', 'lecturer'),
  leftOn: house('离岗日期', 'left on'),
  mode: house('授课方式', 'mode'),
  participants: form('参加人数', 'participants'),
  passed: form('通过人数', 'passed'),
  personRef: house('人员', 'person'),
  planYear: form('计划年度', 'plan year'),
  plannedOn: form('计划下达日期', 'planned on'),
  plannedPersons: form('计划人数', 'persons planned'),
  plannedSessions: form('计划场次', 'sessions planned'),
  postedOn: house('到岗日期', 'posted on'),
  qualified: form('合格人次', 'qualified'),
  reason: house('原因', 'reason'),
  result: form('考核结果', 'result'),
  score: form('成绩', 'score'),
  sessionNo: house('第几场', 'number of the session'),
  sessionsHeld: form('已举办场次', 'sessions held'),
  staffKind: house('人员类别', 'kind of staff'),
  staffRef: form('被考核人', 'person appraised'),
  startsOn: house('计划开始日期', 'planned to start on'),
  status: house('状态', 'status'),
  subject: form('培训主题', 'subject'),
  subjectCount: form('科目数', 'number of subjects'),
  subjects: form('比武科目', 'subjects'),
  targetGroup: form('培训对象', 'target group'),
  title: house('比武名称', 'title'),
  traineeCount: form('参训人数', 'number of trainees'),
  traineeRef: form('参训人', 'trainee'),
  trainees: form('参训人员名单', 'trainees by name'),
} satisfies Record<FieldNames<typeof events> | Derived, Term>;

const rejectionTerms = {
  'training.already-assessed': house('考核结果已登记', 'the result is recorded already'),
  'training.appraisal-exists': house('该人员该年度考核已登记', 'this appraisal is recorded already'),
  'training.assessed-one-by-one': house('已逐人登记考核结果，不得再登记汇总', 'results were recorded one by one'),
  'training.more-assessed-than-trained': house('考核人次多于参训人数', 'more assessed than trained'),
  'training.more-named-than-trained': house('名单人数多于参训人数', 'more named than trained'),
  'training.more-passed-than-examined': house('通过人数多于参考人数', 'more passed than examined'),
  'training.more-qualified-than-assessed': house('合格人次多于考核人次', 'more qualified than assessed'),
  'training.no-such-session': house('该培训没有此场次', 'no such session'),
  'training.not-a-duty': house('不是岗位', 'not a duty'),
  'training.not-enrolled': house('未参加该场培训，不得登记考核结果', 'not among the trainees of the session'),
  'training.officer-exists': house('该人员已在此岗位', 'the person holds this duty already'),
  'training.plan-exists': house('该年度已有相同培训计划', 'this plan exists already'),
  'training.plan-year-over': house('计划年度已过', 'the plan year is over'),
  'training.session-exists': house('该场次编号已用于另一场培训', 'the number stands for another session'),
  'training.subject-twice': house('比武科目重复', 'a subject is named twice'),
  'training.year-not-begun': house('考核年度尚未开始', 'the year appraised has not begun'),
  'training.held-early': house('早于计划开始日期', 'held earlier than planned'),
  'training.more-than-planned': house('参训人数超出计划', 'more trainees than planned'),
  'training.sessions-missing': house('计划场次尚未全部举办', 'planned sessions are missing'),
} satisfies Record<RejectionCode | ConfirmationCode, Term>;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...dayTerms,
  ...streamTerms,
  ...eventTerms(events, {
    'training.TrainingPlanned': ['培训计划已下达', '下达培训计划'],
    'training.TrainingHeld': ['培训（讲座）已举办', '登记培训'],
    'training.TraineeAssessed': ['考核已评定', '登记考核结果'],
    'training.SessionAssessed': ['考核结果已汇总', '登记考核汇总'],
    'training.TrainingCancelled': ['培训计划已取消', '取消培训计划'],
    'training.TrainingClosed': ['培训已结束', '结束培训'],
    'training.OfficerPosted': ['人员已到岗', '登记到岗'],
    'training.OfficerLeft': ['人员已离岗', '登记离岗'],
    'training.LicenceExamTaken': ['执法资格（年检）考试已举行', '登记执法考试'],
    'training.AnnualAppraisalRecorded': ['年度考核已评定', '登记年度考核', '公务员法 第三十八条'],
    'training.CompetitionHeld': ['岗位比武已举办', '登记岗位比武'],
  }),
  ...under('training.status', statusTerms),
  ...explained('training', under('training.field', fieldWords), help),
  ...enumerationTerms,
  ...rejectionTerms,
  ...figureTerms,
};
