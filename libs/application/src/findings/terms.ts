import { type Term, house } from '#kernel/term.js';

/** What the check of a live sheet finds beside the checks that published reports are held to. */
export const sheetFindingTerms = {
  'target-set-late': house('绩效目标在预算年度结束后才设定', 'targets set after the year'),
  'as-of-not-period-end': house('自评早于预算年度终了，结果不是年末数', 'results are not those of the period end'),
  'several-indicators-in-one-row': house('一行填报了几个指标', 'several indicators in one row'),
  'narrative-contradicts-table': house('文中数字与表中不一致', 'the text contradicts the table'),
  'number-not-in-table': house('文中数字与表中任何数字都不符', 'a number in the text equals no figure'),
  'cross-document-conflict': house(
    '同一单位同一年度的两份材料数字不一致',
    'two documents of one bureau and year disagree',
  ),
  'level-word-mismatch': house('文中的“全县”“全区”与单位层级不符', 'the text names another level'),
} satisfies Readonly<Record<string, Term>>;
export type SheetFindingCode = keyof typeof sheetFindingTerms;

/** What no rule decides and a person must read. */
export const readingTerms = {
  'annex-missing': house('文中提到附件、附表，须核对是否齐全', 'an annex the text speaks of'),
  'count-not-verifiable': house('以“等”“余”概括的数量，须核对', 'a count that is not exact'),
  'direction-unclear': house('指标值没有符号也没有方向，须判断越高越好还是越低越好', 'whether more is better'),
  'fund-source-mislabelled': house('须核对资金用途与资金来源的表述', 'purpose and source of the money'),
  'goal-without-result': house('须核对年度总体目标是否都有完成结果', 'every goal has a result'),
  'name-differs': house('须核对项目名称与预算批复是否一致', 'the name is that of the budget'),
  'narrative-without-figure': house('文字说明没有数字，须核对是否言之有据', 'a text without a figure'),
  'schedule-exceeds-period': house('时效以文字填报，须核对是否在预算年度之内', 'the schedule lies in the year'),
  'subject-differs': house('须核对各行主体是否为本部门（项目）', 'every row is about the subject'),
  'term-two-meanings': house('须核对同一用语前后含义是否一致', 'a term keeps its meaning'),
} satisfies Readonly<Record<string, Term>>;
export type ReadingCode = keyof typeof readingTerms;

/** Where a text of a sheet stands. */
export const placeTerms = {
  'finding.place.purpose': house('资金用途', 'purpose'),
  'finding.place.goal': house('年度总体目标', 'goal'),
  'finding.place.description': house('指标描述', 'description'),
  'finding.place.deviation': house('偏差原因', 'reason of a deviation'),
  'finding.place.monitoring': house('监控原因说明', 'explanation at a month end'),
  'finding.place.execution': house('预算执行率', 'budget execution'),
  'finding.place.executed': house('执行数', 'money executed'),
} satisfies Readonly<Record<string, Term>>;

const ofFindings = (words: Readonly<Record<string, Term>>): Readonly<Record<string, Term>> =>
  Object.fromEntries(Object.entries(words).map(([code, term]) => [`finding.${code}`, term]));

/** Words the room puts its sentences together of, and its refusals. */
export const findingRoomTerms = {
  ...placeTerms,
  'finding.reader': house('须人工阅读', 'a person must read it'),
  'finding.target': house('指标值', 'target'),
  'finding.result': house('完成值', 'result'),
  'finding.monitored': house('监控', 'monitoring'),
  'finding.evaluated': house('自评', 'self-evaluation'),
  'answer-does-not-fit': house('该问题不能如此答复', 'such a finding takes no such answer'),
} satisfies Readonly<Record<string, Term>>;

/** Everything this room says, by identifier. */
export const findingsTerms: Readonly<Record<string, Term>> = {
  ...findingRoomTerms,
  ...ofFindings(sheetFindingTerms),
  ...ofFindings(readingTerms),
};

/** HTTP status of the codes that a rejection may bear. */
export const findingErrors: Readonly<Record<string, number>> = { 'answer-does-not-fit': 422 };
