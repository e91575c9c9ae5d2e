import { type Term, house } from '#kernel/term.js';

/** What keeps the form of the year before from being taken. */
export const formerFaults = {
  'no-form-in-file': house('未找到含「三级指标」「实际完成值」的自评表', 'no self-evaluation form in the file'),
  'no-row-matches': house('没有一行与本年指标对应', 'no line stands for a row of this year'),
  'too-many-lines': house('行数过多', 'more lines than a form has'),
  'form-of-another-year': house('不是上一年度的表', 'a form of another year'),
  'form-of-another-bureau': house('是其他单位的表', 'a form of another bureau'),
  'form-of-another-subject': house('是其他部门或项目的表', 'a form of another department or project'),
  'not-a-self-evaluation': house('不是自评表', 'no self-evaluation'),
  'paper-disagrees': house('表内数字与依据清单不一致', 'the paper and its manifest disagree'),
  'seal-disagrees': house('依据清单与封存不一致', 'the manifest and the seal disagree'),
} satisfies Readonly<Record<string, Term>>;
export type FormerFaultCode = keyof typeof formerFaults;

export const lastYearTerms = {
  'former-form-refused': house('上年的表不能使用', 'last year’s form cannot be used'),
  ...formerFaults,
};

export const lastYearErrors: Readonly<Record<string, number>> = { 'former-form-refused': 422 };

/** Headings of a form typed by hand: each as some bureau prints it, without what stands in brackets behind it. */
export const formHeadings = {
  level1: ['一级指标'],
  level2: ['二级指标'],
  level3: ['三级指标'],
  target: ['年度指标值', '年初指标值', '指标值', '年度目标值', '目标值'],
  actual: ['实际完成值', '全年完成值', '全年实际完成值', '实际完成情况', '实际完成指标值', '完成值'],
  unit: ['度量单位', '计量单位', '单位'],
} as const;

/** Captions before the name of who the form is of. */
export const subjectCaptions: readonly string[] = [
  '项目名称',
  '预算部门名称',
  '部门名称',
  '单位名称',
  '部门(单位)名称',
];
/** Lines of the form that are no indicator. */
export const sumCaptions: readonly string[] = ['总分', '合计', '小计', '总计'];
/** A title that names its year: `2022年度项目支出绩效自评表`, `（2022年度）`. */
export const yearTitles = [
  /^[^。;]{0,30}?(\d{4})年度?[^。;]*(?:绩效|自评)[^。;]*表/,
  /^[(（]?(\d{4})年度?[)）]?$/,
] as const;
