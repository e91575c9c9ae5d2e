/** What the narrative, the forms and the annexes say of their own, each word once. */
export const documentTerms = {
  body: '正文',
  annex: '核对情况',
  findings: '核对发现的问题',
  noFindings: '未发现问题。',
  mustCorrect: '须更正',
  mustExplain: '须说明',
  allFigures: '指标完成情况表',
  sourceOfFigure: '佐证',
  enteredByHand: '由人填报',
  derived: '计算得出',
  awaited: '相应业务尚未接入',
  unknown: '—',
  notAsked: '——',
  fullStop: '。',
  between: '；',
  note: '注：',
  typedOver: (typed: string, computed: string) => `得分${typed}分由人工填写，按规则计算为${computed}分`,
  comma: '，',
  records: (count: number) => `涉及记录${count}条`,
  knownUpTo: (position: number) => `截至第${position}号记录`,
  edition: (from: string) => `（${from}版）`,
} as const;

/** Captions shared by the forms of self-evaluation. @source 财预〔2020〕10号 附件; 资阳 2022年度项目支出绩效自评表 */
export const formTerms = {
  project: '项目名称',
  department: '预算部门（单位）名称',
  authority: '主管部门',
  unit: '实施单位',
  projectMoney: '项目资金（万元）',
  departmentMoney: '年度预算申请（万元）',
  initialBudget: '年初预算数',
  adjustedBudget: '全年预算数',
  executed: '全年执行数',
  weight: '分值',
  rate: '执行率',
  score: '得分',
  totalMoney: '年度资金总额',
  byIncome: '按收入性质分：',
  byExpenditure: '按支出性质分：',
  ofWhich: '其中：',
  colon: '：',
  overallGoal: '年度总体目标',
  expected: '预期目标',
  achieved: '实际完成情况',
  indicators: '绩效指标',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '年度指标值',
  actual: '实际完成值',
  deviation: '偏差原因分析及改进措施',
  total: '总分',
  points: '分',
  resultOfYear: '全年完成值',
  selfEvaluation: '自评表',
  baseData: '基础数据表',
} as const;

/** Names of expenditure in the composition of a department's money. @source 资阳 2022年度部门整体支出绩效自评表 */
export const expenditureNames: readonly string[] = ['基本支出', '项目支出'];

/** @source 资阳 附件1 2022年度部门整体支出绩效评价基础数据表 */
export const baseDataTerms = {
  staff: '财政供养人员情况（人）',
  money: '经费控制情况（万元）',
  priorYearFinal: (year: number) => `${year}年决算数`,
  budget: (year: number) => `${year}年预算数`,
  final: (year: number) => `${year}年决算数`,
  total: '支出总额',
  operating: '公用经费',
  projects: '项目支出',
  procurement: '政府采购金额',
  buildings: '楼堂馆所控制情况',
  completedIn: (year: number) => `（${year}年完工项目）`,
  buildingColumns: [
    '批复规模（㎡）',
    '实际规模（㎡）',
    '规模控制率',
    '预算投资（万元）',
    '实际投资（万元）',
    '投资概算控制率',
  ],
  economy: '厉行节约保障措施',
  vehiclePurchase: '公车购置',
  vehicleRunning: '公车运行维护',
} as const;

/** @source 抚宁 2020年部门预算绩效文本, nine tables */
export const targetTerms = {
  title: '绩效目标表',
  code: '项目编码',
  money: '预算规模及资金用途',
  budget: '预算数',
  fiscal: '其中：财政资金',
  other: '其他资金',
  plan: '资金支出计划（%）',
  planned: (month: number) => `${month}月底`,
  goal: '绩效目标',
  description: '绩效指标描述',
  value: '指标值',
  basis: '指标值确定依据',
} as const;

/** @source 财预〔2019〕136号 family: columns as public implementations and 黄石 2019 print them */
export const monitoringTerms = {
  upTo: (month: number) => (month === 1 ? '1月' : `1-${month}月`),
  executed: '执行数',
  rate: '执行率',
  forecastMoney: '全年预计执行数',
  progress: '执行情况',
  forecast: '全年预计完成情况',
  deviation: '偏差原因分析',
  causes: ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他'],
  explanation: '原因说明',
  likelihood: '完成目标可能性',
  likelihoods: ['确定能', '有可能', '完全不可能'],
  remark: '备注',
  chosen: '√',
} as const;

/** The annex that sets a year beside the one before. */
export const comparisonTerms = {
  name: '上年比较',
  title: (year: number) => `与${year}年比较`,
  ofYear: (year: number) => `${year}年`,
  change: '增减',
  definition: '口径',
  changed: '口径有调整',
  same: '口径一致',
  unknown: '口径不详',
  source: '上年数来源',
  from: { sealed: '上年封存', evaluated: '上年自评，未封存', imported: '导入' },
  proven: '经封存核实',
  unproven: '未经核实',
  cached: '公式缓存值',
  seal: (hash: string) => `指纹${hash.slice(0, 12)}`,
  contradicted: (printed: string) => `导入表为${printed}`,
} as const;

/** The pack of a restated period (上报值 and 修正值 stand with the terms of the platform). */
export const restatementTerms = {
  title: (work: string) => `${work}修正情况表`,
  sealed: (number: number, hash: string, position: number) =>
    `上报值取自第${number}次封存（截至第${position}号记录），指纹${hash}`,
  asKnown: (position: number) => `修正值截至第${position}号记录`,
  postings: '修正依据',
  nothing: '封存后无修正。',
  office: '单位',
  indicator: '指标',
  difference: '差额',
  byRecords: '其中：补录与更正',
  byDefinition: '其中：口径调整',
  numerator: '（分子）',
  denominator: '（分母）',
  value: '',
  notAdditive: '人数去重或重设基数，逐笔之和不等于差额。',
  columns: ['发生日期', '记录号', '档案', '计入项', '增减'],
} as const;
