import { type Uuid, uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType, TargetRow } from './events.js';

/** A made-up person that is the same in every run. */
export const person = (name: string): Uuid => uuidV5('performance', 'example', name);

const rows: readonly TargetRow[] = [
  {
    row: 'received',
    level1: '产出指标',
    level2: '数量指标',
    level3: '接收社区矫正对象',
    operator: 'at-least',
    target: '150',
    unit: '人',
    targetText: '≥150人',
    basis: '上年数',
    weight: '15',
    indicatorCode: 'CC-02',
    responsible: '社区矫正股',
  },
  {
    row: 'safety-line',
    level1: '产出指标',
    level2: '质量指标',
    level3: '筑牢社区矫正安全防线',
    targetText: '达标',
    weight: '10',
  },
];

/** One believable payload of every event of the line. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'performance.TargetsSet': {
    setOn: '2023-01-12',
    fiscalYear: 2023,
    subject: 'project',
    subjectCode: 'corrections-project',
    subjectName: '社区矫正项目',
    frame: 'national-2020',
    form: 'project-targets',
    budget: '710000.00',
    purpose: '社区矫正工作经费',
    goal: '1、加强监管；2、提高教育质量',
    rows,
  },
  'performance.TargetsRevised': {
    revisedOn: '2023-06-20',
    reason: '年中预算追加',
    rows: rows.map((row) => (row.row === 'received' ? { ...row, target: '160', targetText: '≥160人' } : row)),
  },
  'performance.MonitoringRecorded': {
    monitoredOn: '2023-08-10',
    monthEnd: '2023-07-31',
    executed: '300000.00',
    forecastExecuted: '700000.00',
    rows: [
      { row: 'received', actual: '70', forecast: '150', likelihood: 'certain', causes: [] },
      {
        row: 'safety-line',
        actualText: '基本达标',
        forecastText: '达标',
        likelihood: 'possible',
        causes: ['staff'],
        explanation: '专职人员不足',
      },
    ],
  },
  'performance.SelfEvaluated': {
    evaluatedOn: '2024-02-28',
    rows: [
      { row: 'received', actual: '164', actualText: '164人', score: '15' },
      {
        row: 'safety-line',
        actualText: '达标',
        qualitativeGrade: 'met',
        score: '9',
        overrideReason: '个别走访不及时',
        deviationReason: '个别走访不及时，已整改',
        attachmentHash: 'a'.repeat(64),
        enteredBy: person('head'),
      },
    ],
    groups: [{ level1: '产出指标', level2: '数量指标', weight: '15', score: '15' }],
    execution: { weight: '10', score: '9.8' },
    total: '98.80',
    grade: 'excellent',
    gradeText: '优',
  },
  'performance.NarrativeWritten': {
    writtenOn: '2024-01-20',
    part: 'results',
    paragraphs: ['全年接收社区矫正对象{received.actual}，均在规定时限内办理入矫手续。'],
  },
  'performance.FormerFormImported': {
    importedOn: '2023-02-06',
    formerYear: 2022,
    fileHash: 'b'.repeat(64),
    document: '430922-2022-corrections-project.project-self-evaluation',
    seals: ['c'.repeat(64)],
    rows: [
      {
        row: 'received',
        cell: '自评表!F11',
        printed: '158人',
        value: '158',
        unit: '人',
        indicatorCode: 'CC-02',
        definition: '2003-07-10',
        position: 4211,
      },
    ],
    unmatched: [{ cell: '自评表!F14', label: '宣传活动次数', why: 'no-such-row' }],
  },
  'performance.SheetSubmitted': { submittedOn: '2024-03-01', toLevel: 'county' },
  'performance.SheetReviewed': { reviewedOn: '2024-03-06', auditedTotal: '98.00', note: '扣分说明齐全' },
  'performance.SheetReturned': { returnedOn: '2024-03-06', note: '补充偏差原因' },
  'performance.SheetApproved': { approvedOn: '2024-03-12' },
  'performance.SheetPublished': {
    publishedOn: '2024-04-10',
    place: '县人民政府门户网站',
    url: 'https://example.org/gk/2024',
  },
};
