import { type Term, house } from '#kernel/term.js';

/** What keeps a workbook from being read as records. */
export const workbookFaults = {
  'entry-other-command': house('是另一项业务的表', 'a workbook of another command'),
  'entry-column-unknown': house('没有此列', 'unknown column'),
  'entry-column-missing': house('缺少此列', 'column missing'),
  'entry-column-twice': house('此列重复', 'column given twice'),
  'entry-no-rows': house('没有填写任何一行', 'no row filled in'),
  'entry-too-many-rows': house('行数过多，请分成几个文件', 'too many rows for one file'),
  'entry-dates-from-1904': house('工作簿使用 1904 日期系统，请改回后重填', 'dates counted from 1904'),
} satisfies Readonly<Record<string, Term>>;
export type WorkbookFaultCode = keyof typeof workbookFaults;

/** What is wrong with a cell before the command itself is asked. */
export const cellFaults = {
  'entry-digits-lost': house(
    '超过 15 位的数字已被表格软件改写，请将单元格设为文本后重填',
    'a number of more than 15 digits',
  ),
  'entry-became-a-date': house('已被表格软件改成日期，请将单元格设为文本后重填', 'a text that became a date'),
  'entry-person-unknown': house('未找到此人，请填写姓名等以便登记', 'nobody is registered under this number'),
  'entry-number-missing': house('请填写证件号码；确无证件的，证件类型选“无证件”', 'no document number'),
} satisfies Readonly<Record<string, Term>>;
export type CellFaultCode = keyof typeof cellFaults;

export const entryTerms = {
  'entry-not-flat': house('此项业务含多层明细，没有录入表，请逐件登记', 'the command holds nested lists: no workbook'),
  'entry-workbook-refused': house('录入表不能使用', 'the workbook cannot be used'),
  'entry-batch-too-old': house('超过 24 小时，不再整批撤销，请逐件申请作废', 'older than 24 hours'),
  'entry-not-recorded': house('未登记', 'not recorded'),
  'entry-recorded': house('已登记', 'recorded'),
  'entry-reversal-asked': house('已申请撤销，待另一人批准', 'a void is asked for, and waits'),
  'entry-reversed': house('已撤销', 'voided'),
  'entry-changed-since': house('登记后已更正', 'corrected since'),
  'entry-request-open': house('另有更正申请待批', 'another correction waits'),
  'entry-followed': house('其后已有业务登记', 'later events stand on the record'),
  'entry-not-asked': house('尚未申请撤销', 'nobody asked to take it back'),
  ...workbookFaults,
  ...cellFaults,
};

/** HTTP status of its codes. */
export const entryErrors: Readonly<Record<string, number>> = {
  'entry-not-flat': 422,
  'entry-workbook-refused': 422,
  'entry-batch-too-old': 422,
  'entry-not-asked': 409,
};

/** What a workbook itself says, beside the names of its fields. */
export const sheetWords = {
  rows: '登记',
  notes: '填写说明',
  lists: '代码',
  sample: '示例',
  problems: '问题',
  yes: '是',
  no: '否',
  mandatory: '必填',
  optional: '选填',
  between: '；',
} as const;

/** Headings of the notes. */
export const noteHeadings = ['列名', '含义', '填写方式', '是否必填', '示例'] as const;

/** Columns that every workbook has. */
export const columnWords = {
  mark: { title: '序号', help: '本表内的次序，可不填；以“示例”开头的行不登记' },
  office: { title: '单位', help: '办理该业务的单位' },
  streamId: { title: '档案编号', help: '记入哪一份档案：档案编号，或其文号、案号' },
  docKind: { title: '依据文书种类', help: '依据的文书' },
  docNo: { title: '依据文书字号', help: '依据文书的字号' },
  approvedBy: { title: '同意人', help: '须经另一人同意的，填其用户名' },
} as const;

/** What a person is asked for, behind the name of the field. */
export const personWords = {
  idNo: { title: '证件号码', help: '已登记的人填证件号码或人员编号即可' },
  name: { title: '姓名', help: '未登记过的人必填' },
  idType: { title: '证件类型', help: '不填即居民身份证' },
  sex: { title: '性别', help: '居民身份证可不填' },
  birthDate: { title: '出生日期', help: '居民身份证可不填' },
  phone: { title: '电话', help: '' },
  address: { title: '住址', help: '' },
} as const;

export const idTypeWords = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  'foreign-permanent-resident': '外国人永久居留身份证',
  none: '无证件',
} as const;
export const sexWords = { male: '男', female: '女' } as const;

/** How a cell is filled in. */
export const formWords = {
  date: '日期，可写 2023-03-05、2023/3/5、2023年3月5日',
  planned: '日期，可晚于今天，可写 2023-03-05、2023年3月5日',
  instant: '日期和时间，如 2023-03-05 09:30',
  ref: '系统内的编号',
  text: (max: number): string => `文字，最多 ${max} 字`,
  pattern: (pattern: string): string => `须符合 ${pattern}`,
  count: (min: number, max: number): string => `整数，${min} 至 ${max}`,
  decimal: (scale: number, unit: string): string => `数字${unit}，最多 ${scale} 位小数`,
  choice: '从下拉列表中选择',
  among: (labels: readonly string[]): string => `填写下列之一：${labels.join('、')}`,
  many: '可填多项，用“；”隔开',
  persons: '每人写证件号码；未登记过的人写“姓名 身份证号码”；多人用“；”隔开',
} as const;

/** Sentences of the list of faults. */
export const faultWords = {
  at: (title: string, what: string): string => `「${title}」${what}`,
  bound: (bound: string): string => `（${bound}）`,
  exampleMark: '例：',
  example: (example: string): string => `，例：${example}`,
  choose: (labels: readonly string[], more: boolean): string => `，可填：${labels.join('、')}${more ? '等' : ''}`,
  sameAsRow: (row: number): string => `（与第 ${row} 行相同）`,
  next: (titles: readonly string[]): string => `，现可办理：${titles.join('、')}`,
  separator: '；',
} as const;

/** Names of samples; nobody bears them. */
export const sampleWords = { person: '张某某', text: '示例', address: '某县某镇某村', approver: '' } as const;
