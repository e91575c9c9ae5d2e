import { type Term, form, house } from '#kernel/term.js';

const R10 = '财预〔2020〕10号';

/** Names of 一级 and 二级 indicators as forms print them. A frame takes its own from here. */
export const levels = {
  execution: form('预算执行率', 'budget execution', R10),
  output: form('产出指标', 'output', R10),
  quantity: form('数量指标', 'quantity', R10),
  quality: form('质量指标', 'quality', R10),
  timeliness: form('时效指标', 'timeliness', R10),
  cost: form('成本指标', 'cost', R10),
  economicCost: form('经济成本指标', 'economic cost', '财预〔2021〕101号'),
  benefit: form('效益指标', 'benefit', R10),
  effect: form('效果指标', 'effect', '河北省 部门预算绩效目标表'),
  economic: form('经济效益指标', 'economic benefit', R10),
  social: form('社会效益指标', 'social benefit', R10),
  ecological: form('生态效益指标', 'ecological benefit', R10),
  sustainable: form('可持续影响指标', 'lasting influence', R10),
  satisfaction: form('满意度指标', 'satisfaction', R10),
  served: form('服务对象满意度指标', 'satisfaction of those served', R10),
};

/** Grades of qualitative results. */
export const bands = {
  achieved: form('达成年度指标', 'achieved', R10),
  partly: form('部分达成年度指标并具有一定效果', 'partly achieved', R10),
  missed: form('未达成年度指标且效果较差', 'missed', R10),
};

/** Grades of a total. */
export const grades = {
  excellent: form('优', 'excellent', R10),
  good: form('良', 'good', R10),
  fair: form('中', 'fair', R10),
  poor: form('差', 'poor', R10),
};

export const frameNames = {
  'national-2020': form('项目支出绩效评价（国家 2020）', 'national 2020', R10),
  'hunan-ziyang': form(
    '绩效自评（湖南 益阳 资阳）',
    'Hunan, as printed in Ziyang',
    '资阳 2022年度部门整体支出绩效自评表',
  ),
  'hebei-funing': form('绩效目标与自评（河北 抚宁）', 'Hebei, as printed in Funing', '抚宁 2020年部门预算绩效文本'),
  'sichuan-daying': form(
    '项目支出绩效自评（四川 大英）',
    'Sichuan, as printed in Daying',
    '大英 2023年项目支出绩效自评表',
  ),
};

export const lights = {
  green: house('正常', 'on course'),
  yellow: house('偏慢', 'behind'),
  red: house('预警', 'off course'),
};

/** What is found on a sheet that can be scored: it stands beside the scores. */
export const findingTerms = {
  'actual-is-inequality': house('实际完成值写成了上下限，不是实测值', 'the result is a bound, not a measured value'),
  'actual-is-word': house('指标值是数字，实际完成值是文字', 'the target is a number, the result a word'),
  'actual-missing': house('没有实际完成值', 'no result'),
  'target-without-operator': house('年度指标值没有 ≥、≤ 或 =', 'target without operator'),
  'target-without-unit': house('年度指标值没有计量单位', 'target without unit'),
  'unit-differs': house('实际完成值与年度指标值的计量单位不同', 'result and target differ in unit'),
  'ratio-misprinted': house('比率与其分子、分母不符', 'the rate does not follow from its parts'),
  'negative-actual': house('实际完成值为负，按 0 计分', 'a negative result counts as 0'),
  'needs-a-person': house('规则无法计分，须由人评定', 'no rule gives a score: a person must'),
  'deviation-reason-missing': house('有失分而未说明偏差原因', 'points lost without a reason'),
  'far-over-target': house('实际完成情况超计划较大，应分析原因', 'far over target'),
  'score-overridden': house('得分由人工填写，与规则计算不同', 'the score was typed over'),
  'score-entered': house('规则无法计分，得分由人工填写', 'no rule gives a score: a person did'),
  'budget-missing': house('没有全年预算数或执行数，执行率无从计算', 'no budget to execute'),
  'execution-reason-missing': house('预算执行率偏低而未说明原因', 'low execution without a reason'),
  'level-weight-differs': house('一级指标分值与原则规定不同', 'weight of a level differs from the principle'),
} satisfies Readonly<Record<string, Term>>;
export type ScoringFinding = keyof typeof findingTerms;

/** Why a frame, a sheet or a printed value is refused, with the HTTP status where the code stands alone. */
export const refusalTerms = {
  'invalid-frame': house('评分框架有误', 'invalid scoring frame'),
  'invalid-sheet': house('自评表与评分框架不符', 'the sheet does not fit its frame'),
  'unknown-frame': house('没有此评分框架', 'unknown scoring frame'),
  'weights-not-100': house('权重之和与总分不符', 'weights do not sum to the total'),
  'weight-missing': house('没有分值', 'weight missing'),
  'weight-zero': house('分值不得为 0', 'weight must not be 0'),
  'weights-at-wrong-level': house('分值填写的指标级别不对', 'weights stand at the wrong level'),
  'level-weights-differ': house('一级指标分值与框架规定不同', 'weights of a level differ from the frame'),
  'row-weights-do-not-sum': house('三级指标分值之和与二级指标分值不符', 'weights of rows do not sum to their group'),
  'unknown-level': house('框架中没有此级指标', 'no such level in the frame'),
  'unknown-band': house('框架中没有此等次', 'no such band in the frame'),
  'unknown-row': house('表中没有此行', 'no such row'),
  'named-twice': house('重复', 'named twice'),
  'score-outside-band': house('得分不在所选等次的范围内', 'score outside its band'),
  'score-outside-weight': house('得分超出 0 至分值的范围', 'score outside 0 to its weight'),
  'override-without-reason': house('人工填写得分须说明理由', 'an override needs a reason'),
  'grade-on-measured-row': house('定量指标按完成值计分，不评等次', 'a measured row is not graded'),
  'not-applicable-not-allowed': house('框架不允许剔除不适用指标', 'the frame leaves no indicator out'),
  'nothing-to-score': house('没有可计分的指标', 'nothing to score'),
  'rule-does-not-fit': house('计分规则与指标方向不符', 'the rule does not fit the operator'),
  'bounds-not-descending': house('等次下限应由高到低，末档为 0', 'bounds must descend to 0'),
  'figure-is-inequality': house('实际完成值须为实测值，不得写上下限', 'a result must be measured, not a bound'),
} satisfies Readonly<Record<string, Term>>;
export type ScoringRefusal = keyof typeof refusalTerms;

const prefixed = (prefix: string, words: Readonly<Record<string, Term>>): Readonly<Record<string, Term>> =>
  Object.fromEntries(Object.entries(words).map(([key, term]) => [`${prefix}.${key}`, term]));

/** Everything this room says, by identifier. Codes of refusals stand as they are: clients meet them. */
export const scoringTerms: Readonly<Record<string, Term>> = {
  ...refusalTerms,
  ...prefixed('scoring.level', levels),
  ...prefixed('scoring.band', bands),
  ...prefixed('scoring.grade', grades),
  ...prefixed('scoring.frame', frameNames),
  ...prefixed('scoring.light', lights),
  ...prefixed('finding', findingTerms),
};

/** HTTP status of the codes that a rejection may bear. */
export const scoringErrors: Readonly<Record<string, number>> = {
  'invalid-frame': 422,
  'invalid-sheet': 422,
  'unknown-frame': 404,
  'figure-is-inequality': 422,
};
