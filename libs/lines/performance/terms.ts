import { type Term, type Terms, form as formTerm, house } from '#kernel/term.js';
import { type FieldNames, eventTerms, explained, under } from '#kernel/term-tables.js';
import { events } from './domain/events.js';
import type { ConfirmationCode, RejectionCode } from './domain/rejections.js';
import type { SheetStatus } from './domain/rows.js';
import { dayTerms } from './terms.days.js';
import { figureTerms } from './terms.figures.js';
import { help } from './terms.help.js';
import { enumerationTerms } from './terms.tables.js';

const form = (zh: string, en: string): Term => formTerm(zh, en, '绩效目标表、绩效运行监控表、绩效自评表');

const statusTerms = {
  none: house('未设定', 'nothing set'),
  set: form('已设定目标', 'targets set'),
  evaluated: form('已自评', 'evaluated'),
  submitted: form('已报送', 'submitted'),
  reviewed: form('已审核', 'reviewed'),
  returned: form('已退回', 'returned'),
  approved: form('已批准', 'approved'),
  published: form('已公开', 'published'),
} satisfies Record<SheetStatus | 'none', Term>;

/** Columns of lists that no payload has. */
type Derived =
  | 'atRisk'
  | 'entry'
  | 'level'
  | 'revisedAfterEvaluation'
  | 'rowCount'
  | 'setLate'
  | 'status'
  | 'step'
  | 'steppedOn'
  | 'targetSetOn'
  | 'monitoredTo';

const fieldWords = {
  actual: form('实际完成值（数）', 'actual'),
  actualText: form('实际完成值', 'actual as printed'),
  approvedOn: form('批准日期', 'approved on'),
  approximate: house('约数', 'approximate'),
  atRisk: house('存在风险的指标数', 'rows at risk'),
  attachmentHash: house('佐证材料哈希', 'hash of the attachment'),
  auditedTotal: form('审核得分', 'audited total'),
  basis: form('指标值确定依据', 'basis'),
  budget: form('预算数', 'budget'),
  cached: house('公式缓存值', 'last result of a formula'),
  causes: form('偏差原因类别', 'causes'),
  cell: house('单元格', 'cell'),
  definition: house('口径版本', 'edition of the definition'),
  description: form('绩效指标描述', 'description'),
  deviationReason: form('偏差原因分析及改进措施', 'reason of the deviation'),
  direction: house('指标方向', 'direction'),
  document: house('文件编号', 'document'),
  enteredBy: house('填报人', 'entered by'),
  entry: house('取数方式', 'entry'),
  evaluatedOn: form('自评日期', 'evaluated on'),
  executed: form('执行数', 'executed'),
  execution: form('预算执行率得分', 'execution'),
  explained: house('已说明的问题', 'explained findings'),
  explanation: form('原因说明', 'explanation'),
  fileHash: house('文件哈希', 'hash of the file'),
  fiscalYear: form('预算年度', 'fiscal year'),
  forecast: form('全年预计完成情况（数）', 'forecast'),
  forecastExecuted: form('全年预计执行数', 'forecast of money executed'),
  forecastText: form('全年预计完成情况', 'forecast as printed'),
  form: form('表式', 'form'),
  formerYear: house('上年年度', 'year of the form'),
  frame: house('评分框架', 'scoring frame'),
  frameVersion: house('评分框架版本', 'version of the frame'),
  goal: form('绩效目标', 'goal'),
  grade: form('评价等级', 'grade'),
  gradeText: form('等级（印制文字）', 'grade as printed'),
  groups: form('二级指标得分', 'scores of groups'),
  importedOn: house('导入日期', 'imported on'),
  indicatorCode: house('指标代码', 'indicator code'),
  label: house('表中名称', 'name in the file'),
  level: house('所在层级', 'level'),
  level1: form('一级指标', 'level 1'),
  level2: form('二级指标', 'level 2'),
  level3: form('三级指标', 'level 3'),
  likelihood: form('完成目标可能性', 'likelihood'),
  monitoredOn: form('监控日期', 'monitored on'),
  monitoredTo: form('监控截至', 'monitored to'),
  monthEnd: form('监控截止月末', 'month end'),
  notApplicable: form('不适用', 'not applicable'),
  note: form('意见', 'note'),
  officialCode: form('项目编码', 'official code'),
  operator: form('指标符号', 'operator'),
  overrideReason: house('人工改分理由', 'reason of the override'),
  paragraphs: house('段落', 'paragraphs'),
  part: house('报告部分', 'part of the report'),
  place: form('公开渠道', 'place'),
  position: house('取数位置', 'position the figures were computed at'),
  printed: house('印制值', 'as printed'),
  publishedOn: form('公开日期', 'published on'),
  purpose: form('资金用途', 'purpose'),
  qualitativeGrade: form('定性完成等次', 'qualitative grade'),
  reason: house('调整原因', 'reason'),
  role: house('说明人角色', 'role of who explained'),
  responsible: form('责任股室', 'responsible section'),
  returnedOn: form('退回日期', 'returned on'),
  reviewedOn: form('审核日期', 'reviewed on'),
  revisedAfterEvaluation: house('自评后调整', 'revised after evaluation'),
  revisedOn: house('目标调整日期', 'revised on'),
  row: house('指标行号', 'row'),
  rowCount: house('指标数', 'number of rows'),
  rows: form('绩效指标', 'rows'),
  rule: house('规则', 'rule'),
  score: form('得分', 'score'),
  seals: house('封存指纹', 'hashes of seals'),
  setLate: house('年后设定', 'set after the year'),
  setOn: form('目标设定日期', 'set on'),
  status: house('状态', 'status'),
  step: house('步骤', 'step'),
  steppedOn: house('步骤日期', 'day of the step'),
  subject: form('目标对象', 'subject'),
  subjectCode: form('对象编码', 'subject code'),
  subjectName: form('部门（项目）名称', 'subject name'),
  submittedOn: form('报送日期', 'submitted on'),
  target: form('年度指标值（数）', 'target'),
  targetSetOn: form('目标设定日期', 'target set on'),
  targetText: form('年度指标值', 'target as printed'),
  toLevel: house('报送层级', 'submitted to'),
  total: form('总分', 'total'),
  unit: form('度量单位', 'unit'),
  unmatched: house('未对应的行', 'lines that are no row'),
  url: form('公开网址', 'web address'),
  value: house('数值', 'value'),
  weight: form('分值', 'weight'),
  why: house('原因', 'why'),
  writtenOn: house('撰写日期', 'written on'),
} satisfies Record<FieldNames<typeof events> | Derived, Term>;

const rejectionTerms = {
  'performance.above-own-level': house('绩效表在上级，本级不能审核', 'it lies above the own level'),
  'performance.actual-is-inequality': house('实际完成值写成了不等式，应填实际数', 'the result is written as a bound'),
  'performance.actual-missing': house('实际完成值缺失', 'the result is missing'),
  'performance.evidence-missing': house(
    '手工填报的指标须有填报人和佐证材料',
    'a manual result needs a person and a file',
  ),
  'performance.explanation-missing': house('不能确定完成的指标须说明原因', 'a row not certain needs an explanation'),
  'performance.group-twice': house('二级指标重复', 'a group stands twice'),
  'performance.level-not-above': house('只能报送上一级', 'not the level above'),
  'performance.level-skipped': house('不得越级报送', 'a level is skipped'),
  'performance.lowest-level': house('已退回到填报单位，不能再退', 'it lies at the lowest level'),
  'performance.former-form-of-another-year': house('导入的表不是上一年度的', 'the form is not that of the year before'),
  'performance.month-monitored': house('该月末监控已登记', 'this month end is monitored already'),
  'performance.month-not-over': house('该月尚未结束，不能监控', 'the month is not over'),
  'performance.not-a-month-end': house('监控截止日不是月末', 'not the end of a month'),
  'performance.outside-fiscal-year': house('监控月份不在预算年度内', 'outside the fiscal year'),
  'performance.reason-without-score': house('有改分理由而无得分', 'a reason without a score'),
  'performance.recorded-by-same-person': house('填报、报送人不得自行审核', 'another person must decide'),
  'performance.row-missing': house('有指标未自评', 'a row is not answered'),
  'performance.row-twice': house('指标行号重复', 'a row stands twice'),
  'performance.score-above-weight': house('得分超过分值', 'the score exceeds the weight'),
  'performance.score-outside-band': house('得分不在所选等次的区间内', 'the score lies outside the band of its grade'),
  'performance.sheet-exists': house('该对象该年度已有绩效目标表', 'this subject and year have a sheet already'),
  'performance.unknown-frame': house('没有此评分框架', 'no such scoring frame'),
  'performance.unknown-group': house('目标表没有此二级指标', 'no such group'),
  'performance.unknown-row': house('目标表没有此指标', 'no such row'),
  'performance.year-not-begun': house('预算年度尚未开始', 'the year has not begun'),
  'performance.year-running': house('预算年度尚未结束即自评', 'evaluated before the year is over'),
} satisfies Record<RejectionCode | ConfirmationCode, Term>;

/** The official Chinese of every identifier of the line. */
export const terms: Terms = {
  ...dayTerms,
  performance: form('绩效管理', 'performance'),
  'performance.sheet': form('绩效表', 'performance sheet'),
  ...eventTerms(events, {
    'performance.TargetsSet': ['绩效目标已设定', '设定绩效目标', '预算法 第三十二条'],
    'performance.TargetsRevised': ['绩效目标已调整', '调整绩效目标'],
    'performance.MonitoringRecorded': ['绩效运行监控已登记', '登记绩效运行监控'],
    'performance.SelfEvaluated': ['绩效已自评', '登记绩效自评', '预算法 第五十七条'],
    'performance.FormerFormImported': ['上年绩效表已导入', '导入上年绩效表'],
    'performance.NarrativeWritten': ['自评报告文字已撰写', '撰写自评报告文字'],
    'performance.SheetSubmitted': ['绩效表已报送', '报送绩效表'],
    'performance.SheetReviewed': ['绩效表已审核', '审核绩效表'],
    'performance.SheetReturned': ['绩效表已退回', '退回绩效表'],
    'performance.SheetApproved': ['绩效表已批准', '批准绩效表'],
    'performance.SheetPublished': ['绩效结果已公开', '公开绩效结果'],
  }),
  ...under('performance.status', statusTerms),
  ...explained(
    'performance',
    {
      ...under('performance.field', fieldWords),
      // Called otherwise in one form.
      'performance.SelfEvaluated.reason': house('说明理由', 'reason of the explanation'),
    },
    help,
  ),
  ...enumerationTerms,
  ...rejectionTerms,
  ...figureTerms,
};
