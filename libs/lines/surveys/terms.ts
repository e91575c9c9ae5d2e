import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import { type FieldNames, eventTerms, explained, under } from '#kernel/term-tables.js';
import type { DeadlineCode } from './deadlines.js';
import { events } from './domain/events.js';
import type { RejectionCode } from './domain/rejections.js';
import type { SurveyState } from './domain/survey.js';
import type { IdentityCode } from './identities.js';
import { help } from './terms.help.js';
import { indicatorTerms } from './terms.indicators.js';
import { enumerationTerms } from './terms.tables.js';
import type { MeasureCode } from './measures/index.js';
import type { RegisterCode } from './registers.js';
import type { SurveyField } from './views/kinds.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '部门整体支出绩效自评表 满意度指标');

const ownTerms = {
  surveys: form('满意度与知晓率调查', 'surveys'),
  'surveys.survey': form('调查', 'survey'),
} satisfies Terms;

const statusTerms = {
  none: house('未启动', 'not opened'),
  open: house('调查中', 'open'),
  closed: house('已结束', 'closed'),
  published: house('已公布', 'published'),
} satisfies Record<SurveyState['status'], Term>;

/** Fields of facts that no payload has. */
type Derived = Exclude<
  SurveyField,
  FieldNames<typeof events> | 'scale' | 'kind' | 'questions' | 'correctAnswers' | 'countsBasicallySatisfied'
>;

const fieldWords = {
  anonymous: house('是否匿名', 'anonymous'),
  answerCount: house('份数', 'number of answers'),
  answers: house('各级份数', 'answers by level'),
  channel: house('答卷渠道', 'channel'),
  closedOn: form('调查结束日期', 'closed on'),
  closesOn: house('计划结束日期', 'closes on'),
  correct: house('答对题数', 'questions answered correctly'),
  countsBasicallySatisfied: house('基本满意是否计入满意', 'counts basically satisfied'),
  docNo: house('汇总材料文号', 'number of the summary'),
  issued: form('发放份数', 'issued'),
  level: form('满意程度', 'level'),
  method: form('调查方式', 'method'),
  minSample: house('最少样本数', 'smallest sample'),
  notPassed: house('不合格份数', 'not passed'),
  openedOn: form('调查启动日期', 'opened on'),
  otherTopic: house('其他主题名称', 'name of another topic'),
  passPercent: house('合格线（%）', 'pass mark, percent'),
  passed: form('合格份数', 'passed'),
  platform: house('公布平台', 'platform'),
  population: form('调查对象', 'population'),
  publishedOn: house('公布日期', 'published on'),
  respondedOn: house('答卷日期', 'answered on'),
  returned: house('回收份数', 'returned'),
  satisfied: form('满意份数', 'satisfied'),
  scale: house('评价尺度', 'scale'),
  smallSample: house('样本偏少', 'small sample'),
  status: house('状态', 'status'),
  topic: form('调查主题', 'topic'),
  total: house('总题数', 'questions asked'),
  valid: form('有效份数', 'valid'),
} satisfies Record<FieldNames<typeof events> | Derived, Term>;

const rejectionTerms = {
  'surveys.answer-outside-scale': house('答卷与评价尺度不符', 'the answer is not of the scale'),
  'surveys.dates-reversed': house('结束日期早于启动日期', 'ends before it begins'),
  'surveys.more-correct-than-asked': house('答对题数多于总题数', 'more correct answers than questions'),
  'surveys.more-valid-than-issued': house('有效份数多于发放份数', 'more valid answers than issued'),
  'surveys.responses-recorded': house('已逐份登记答卷，不得再导入汇总', 'answers were recorded one by one'),
  'surveys.summary-exists': house('同一材料、主题、对象的汇总已导入', 'this summary was imported already'),
  'surveys.unknown-topic': house('未启用的调查主题', 'the topic is not in use'),
  'surveys.valid-differs': house('有效份数与已登记答卷不符', 'not the number of valid answers recorded'),
} satisfies Record<RejectionCode, Term>;

const measureTerms = {
  'surveys.valid': form('满意度有效答卷', 'valid answers on satisfaction'),
  'surveys.satisfied': form('满意答卷', 'satisfied answers'),
  'surveys.tested': form('知晓率测试有效卷', 'valid papers of tests'),
  'surveys.passed': form('知晓率测试合格卷', 'papers that passed'),
  'surveys.questions-asked': house('测试题次', 'questions asked'),
  'surveys.correct-answers': house('答对题次', 'correct answers'),
  'surveys.issued': form('发放问卷', 'questionnaires issued'),
  'surveys.valid-of-issued': form('回收有效问卷', 'valid questionnaires returned'),
  'surveys.closed': form('已结束调查', 'surveys closed'),
  'surveys.small-samples': house('样本偏少的调查', 'surveys with a small sample'),
} satisfies Record<MeasureCode, Term>;

const figureTerms = {
  'surveys.surveys': house('调查台账', 'surveys'),
  'surveys.valid-by-topic': house('有效答卷等于各主题之和', 'valid answers are the sum of the topics'),
  'surveys.satisfied-by-topic': house('满意答卷等于各主题之和', 'satisfied answers are the sum of the topics'),
  'surveys.satisfied-within-valid': house('满意答卷不多于有效答卷', 'satisfied answers are within the valid'),
  'surveys.passed-within-tested': house('合格卷不多于有效卷', 'papers passed are within the valid'),
  'SV-D01': house('按计划结束调查', 'survey closed as planned'),
} satisfies Record<RegisterCode | IdentityCode | DeadlineCode, Term>;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...ownTerms,
  ...eventTerms(events, {
    'surveys.SurveyOpened': ['调查已启动', '启动调查'],
    'surveys.ResponseRecorded': ['答卷已回收', '登记答卷'],
    'surveys.SurveyClosed': ['调查已结束', '结束调查'],
    'surveys.SurveySummaryImported': ['调查汇总已导入', '导入调查汇总'],
    'surveys.SurveyPublished': ['调查结果已公布', '公布调查结果'],
  }),
  ...under('surveys.status', statusTerms),
  ...explained('surveys', under('surveys.field', fieldWords), help),
  ...enumerationTerms,
  ...rejectionTerms,
  ...measureTerms,
  ...figureTerms,
  ...indicatorTerms,
};
