import type { Block, Cell, PrintedDocument, PrintedFigure, Run } from '#application/documents/printed.js';

/** Figures of an invented county, one of each source, and every shape a form knows: cells down, across and both. */
const indicator = (id: string, code: string, printed: string, value: string, unit: string): PrintedFigure => ({
  id,
  printed,
  value,
  unit,
  source: {
    kind: 'indicator',
    indicator: code,
    definition: '2003-07-10',
    office: '430922',
    period: { scheme: 'FISCAL_YEAR', from: '2023-01-01', to: '2023-12-31' },
    position: 12_483,
    evidence: `/v1/indicators/${code}/evidence?bureau=430922&period=2023&asOf=12483`,
  },
});

const figures: readonly PrintedFigure[] = [
  indicator('received', 'CC-02', '227', '227', '人'),
  indicator('review-rate', 'CC-20', '85.71%', '85.714285714285714', '%'),
  indicator('income', 'FU-01', '1,008.22', '1008.22', '万元'),
  {
    id: 'score',
    printed: '5.16',
    value: '5.1631',
    unit: '分',
    source: { kind: 'derived', rule: '执行率×10分', from: ['review-rate'] },
  },
  { id: 'target', printed: '270', value: '270', unit: '人', source: { kind: 'manual', event: 'e-<1> & "2"' } },
  { id: 'grade', printed: '优', value: null, unit: '', source: { kind: 'manual', event: null } },
];

const words = (text: string, rest: Partial<Cell> = {}): Cell => ({ text: [{ text }], ...rest });
const caption = (text: string, rest: Partial<Cell> = {}): Cell => words(text, { caption: true, ...rest });
const bound = (figure: string): Run => ({ text: figures.find(({ id }) => id === figure)?.printed ?? '', figure });
const number = (figure: string, decimals: number, unit: '%' | '' = ''): Cell => ({
  text: [bound(figure)],
  align: 'right',
  number: { value: figures.find(({ id }) => id === figure)?.value ?? '', decimals, unit },
});

const form: Block = {
  kind: 'table',
  table: {
    widths: [0.12, 0.11, 0.11, 0.22, 0.1, 0.1, 0.06, 0.08, 0.1],
    headerRows: 1,
    rows: [
      [caption('项目名称'), words('社区矫正专项', { across: 8 })],
      [
        caption('项目资金（万元）', { down: 2 }),
        caption('', { across: 2 }),
        caption('年初预算数'),
        caption('全年预算数', { across: 2 }),
        caption('分值'),
        caption('得分', { across: 2 }),
      ],
      [
        words('年度资金总额', { across: 2 }),
        number('income', 2),
        words('—', { across: 2, align: 'center' }),
        words('10分', { align: 'center', number: { value: '10', decimals: 0, unit: '' } }),
        { ...number('score', 2), across: 2 },
      ],
      [
        caption('绩效指标', { down: 4 }),
        ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'].map((text) =>
          caption(text),
        ),
      ],
      [
        words('产出指标（50分）', { down: 3, align: 'center' }),
        words('数量指标', { down: 2, align: 'center' }),
        words('新接收社区矫正对象'),
        { text: [{ text: '≥' }, bound('target'), { text: '人' }], align: 'center' },
        number('received', 0),
        words('20', { align: 'center', down: 2, number: { value: '20', decimals: 0, unit: '' } }),
        words('18', { align: 'center', down: 2, number: { value: '18', decimals: 0, unit: '' } }),
        words('=1+1 不是公式'),
      ],
      [words('-按期复查率'), words('100%', { align: 'center' }), number('review-rate', 2, '%'), words('@无')],
      [
        words('质量指标'),
        words('㛃䶮𠮷 & <局> 较长的三级指标名称，需要在单元格内换行显示才能看全'),
        words('优', { align: 'center' }),
        { text: [bound('grade')], align: 'center' },
        words('', { across: 3 }),
      ],
      [caption('总分', { across: 6 }), words('100', { align: 'center' }), words('99'), words('')],
    ],
  },
};

const sentences: readonly Block[] = [
  { kind: 'title', text: [{ text: '2023年度项目支出绩效自评报告' }] },
  { kind: 'heading', level: 1, text: [{ text: '一、项目概况' }] },
  { kind: 'heading', level: 2, text: [{ text: '（一）社区矫正工作' }] },
  { kind: 'heading', level: 3, text: [{ text: '1.日常管理' }] },
  {
    kind: 'paragraph',
    text: [
      { text: '2023年我县新接收社区矫正对象' },
      bound('received'),
      { text: '人，按期复查率' },
      bound('review-rate'),
      { text: '，自评等级为' },
      bound('grade'),
      { text: '。全年各项工作按照年初确定的绩效目标有序推进，未发生重大偏差。' },
    ],
  },
  { kind: 'note', text: [{ text: '说明：上列数字均出自台账。' }] },
  { kind: 'signature', text: [{ text: '甲县司法局' }] },
  { kind: 'signature', text: [{ text: '2024年2月28日' }] },
];

/** A report with its form as annex; a draft where no seal is given. */
export const sampleDocument = (seal: string | null = null): PrintedDocument => ({
  code: 'sample-2023-project.self-evaluation',
  title: '2023年度项目支出绩效自评报告',
  issuer: '甲县司法局',
  date: '2024-02-28',
  seal,
  sections: [
    { name: '报告', orientation: 'portrait', blocks: sentences },
    {
      name: '附件 自评表',
      orientation: 'landscape',
      blocks: [{ kind: 'title', text: [{ text: '项目支出绩效自评表' }] }, form],
    },
  ],
  figures,
});
