import { type Term, house } from '#kernel/term.js';

/** What documents of a sheet are called. @source 财预〔2020〕10号; 财预〔2019〕136号 */
export const yearEndTerms = {
  ofYear: '年度',
  titles: {
    targets: { department: '部门整体支出绩效目标表', project: '项目支出绩效目标表' },
    monitoring: { department: '部门整体支出绩效运行监控表', project: '项目支出绩效运行监控表' },
    'self-evaluation': { department: '部门整体支出绩效自评表', project: '项目支出绩效自评表' },
    'base-data': { department: '部门整体支出绩效评价基础数据表', project: '项目支出基础数据表' },
    report: { department: '部门整体支出绩效自评报告', project: '项目支出绩效自评报告' },
  },
  form: (number: number) => `附表${number}：`,
  missing: (what: readonly string[]) => `注：记录中没有以下数据，表中以“—”表示：${what.join('；')}。`,
} as const;

/**
 * The running text of a self-evaluation report where a bureau brings none: a sentence for what is known, another for what is not.
 * A brace is a figure or a text of the sheet. @source 财预〔2020〕10号 附件; 资阳 2022 的章节顺序
 */
export const reportTerms = {
  overview: { department: '一、部门概况', project: '一、项目概况' },
  staff: '截至{asOf}，核定编制{base:posts.number}个，实有在职人员{base:staff.number}人，人员控制率{base:rate.number}。',
  noStaff: '记录中没有编制和在职人员数据。',
  project: '{bureau}{year}年度实施“{subject}”项目。',
  purpose: '资金用途：{purpose}。',
  goal: '年度绩效目标：{goal}',
  noGoal: '（未填写年度绩效目标）',
  execution: '二、预算执行情况',
  money:
    '{year}年年初预算{sheet:money.initialBudget}万元，全年预算{sheet:money.adjustedBudget}万元，全年执行{sheet:money.number}万元。',
  rate: '预算执行率为{execution.rate}。',
  executionScore: '预算执行得{execution.score}分。',
  noMoney: '记录中没有预算和支付数据。',
  byKind:
    '全年支出中，基本支出{base:basic.number}万元，项目支出{base:projects.number}万元；“三公”经费支出{base:threePublic.number}万元，政府采购{base:procurement.number}万元。',
  lastYear: '{priorYear}年决算支出{base:total.priorYearFinal}万元。',
  results: '三、绩效目标完成情况',
  counted: '共设绩效指标{report:rows}项，其中有完成情况的{report:known}项。',
  row: (id: string) => `{name:${id}}：年度指标值{${id}.target}，实际完成{${id}.actual}。`,
  withoutTarget: (id: string) => `{name:${id}}：未设年度指标值，实际完成{${id}.actual}。`,
  withoutResult: (id: string) => `{name:${id}}：年度指标值{${id}.target}，实际完成情况尚无数据。`,
  withoutBoth: (id: string) => `{name:${id}}：未设年度指标值，实际完成情况尚无数据。`,
  problems: '四、存在的问题',
  lost: (id: string) => `{name:${id}}分值{weight:${id}}分，得{${id}.score}分，未得满分。`,
  finding: (at: number) => `{finding:${at}}`,
  noProblems: '未发现问题。',
  measures: '五、改进措施',
  measure: (id: string) => `{name:${id}}：{reason:${id}}`,
  noMeasure: (id: string) => `{name:${id}}：（未填写偏差原因及改进措施）`,
  noLoss: '各项指标均得满分，没有需要说明的偏差。',
  notScored: '（尚未评分，未填写改进措施）',
  use: '六、自评结果应用',
  total: '本次自评得{total.score}分，评定等级为{total.grade}。',
  noTotal: '有指标尚未评分，本次自评总分待定。',
  application: '自评结果拟作为改进管理、编制下一年度预算的依据，并按规定报送和公开。',
  chinese: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  part: (number: string, name: string) => `（${number}）${name}`,
} as const;

/** What figures of a sheet are called where a text names them. */
export const figureTerms = {
  ofRow: {
    actual: (row: string) => `${row}：实际完成值`,
    number: (row: string) => `${row}：实际完成值（不带单位）`,
    target: (row: string) => `${row}：年度指标值`,
    score: (row: string) => `${row}：得分`,
  },
  wholes: {
    'money.initialBudget': '年初预算数（万元）',
    'money.adjustedBudget': '全年预算数（万元）',
    'money.executed': '全年执行数（万元）',
    'execution.rate': '预算执行率',
    'execution.score': '预算执行率得分',
    'total.score': '总分',
    'total.grade': '评价等级',
  },
} as const;

/** Why what a bureau writes in its report is refused. */
export const narrativeTerms = {
  'narrative-refused': house('文字不能采用', 'the text cannot be used'),
  'typed-figure': house('手工输入了系统中的数字，请插入该数字', 'a number typed that is a figure: insert the figure'),
} satisfies Readonly<Record<string, Term>>;

export const narrativeErrors: Readonly<Record<string, number>> = { 'narrative-refused': 422 };

/** The reports of a bureau's year bound together. */
export const volumeTerms = {
  title: '部门整体支出绩效自评报告（附项目支出绩效自评报告）',
  cover: '封面',
  contents: '目录',
  number: (at: number) => (at === 0 ? '主报告' : `附件${at}`),
  colon: '：',
  noProjects: '本年度没有项目支出绩效表，无附件。',
} as const;
