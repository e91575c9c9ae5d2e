import { leftOutReasons, narrativeParts } from '#application/evaluation/performance-sheet.js';
import { formerSources } from '#application/last-year/comparison.js';
import { type Json, date, id, list, open, orNull, record, refer, text, whole, yesNo } from './shapes.js';

const points = { score: orNull(text), computed: orNull(text) };
const printedScore = {
  weight: text,
  ...points,
  basis: { type: 'string', enum: ['computed', 'qualitative', 'override', 'not-applicable', 'open'] },
  'override?': open,
  'qualitative?': open,
};
const row = {
  id: text,
  level1: text,
  level2: text,
  level3: text,
  'description?': text,
  target: record({ 'text?': text, 'operator?': text, 'number?': text, 'unit?': text }),
  'basis?': text,
  'weight?': text,
  'direction?': { type: 'string', enum: ['positive', 'equal', 'inverse'] },
  'indicator?': text,
  'computed?': record({
    row: text,
    indicator: text,
    title: text,
    'where?': open,
    unit: text,
    value: orNull(text),
    'numerator?': text,
    'denominator?': text,
    printed: text,
    missing: whole,
    grows: yesNo,
    'version?': date,
    'revision?': whole,
    'definition?': text,
    evidence: text,
  }),
};
const sheet = {
  streamId: id,
  bureau: text,
  office: text,
  version: whole,
  fiscalYear: whole,
  subject: { type: 'string', enum: ['department', 'project'] },
  subjectCode: text,
  subjectName: text,
  'officialCode?': text,
  frame: text,
  form: text,
  budget: text,
  'purpose?': text,
  'goal?': text,
  targetSetOn: date,
  status: text,
  statusTitle: text,
  rowCount: whole,
  recorded: orNull(open),
};
const drawn = {
  frame: record({ code: text, version: whole, name: text }),
  rows: list(record({ ...row, 'entered?': open, score: orNull(record(printedScore)) })),
  groups: list(record({ level1: text, level2: text, ...printedScore })),
  money: orNull(record({ initial: text, adjusted: text, executed: text })),
  execution: orNull(record({ ...printedScore, rate: orNull(text), inTotal: yesNo })),
  total: orNull(text),
  outOf: text,
  grade: orNull(text),
  findings: list(
    record({
      code: text,
      severity: { type: 'string', enum: ['block', 'warn'] },
      rule: text,
      rows: list(text),
      records: list(open),
      numbers: open,
      message: text,
    }),
  ),
  refusal: orNull(
    record({
      code: text,
      title: text,
      details: list(record({ at: text, code: text, title: text, 'message?': text })),
    }),
  ),
};
const head = { sheet: refer('PerformanceSheet'), position: whole, freshness: refer('Freshness') };

const compared = {
  printed: text,
  value: orNull(text),
  'unit?': text,
  'indicator?': text,
  'definition?': date,
  'fingerprint?': text,
};
const formerForm = {
  importedOn: date,
  formerYear: whole,
  fileHash: text,
  'document?': text,
  seals: list(text),
  rows: list(
    record({
      row: text,
      cell: text,
      printed: text,
      'value?': text,
      'unit?': text,
      'operator?': text,
      'approximate?': yesNo,
      'indicator?': text,
      'definition?': date,
      'position?': whole,
      'cached?': yesNo,
    }),
  ),
  unmatched: list(record({ cell: text, label: text, why: { type: 'string', enum: leftOutReasons } })),
};
const formerSource = { type: 'string', enum: formerSources };

/** Shapes of scoring frames, performance sheets and their drafts. */
export const sheetSchemas: Json = {
  ScoringFrames: record({
    frames: list(record({ code: text, version: whole, name: text, level: text, 'province?': text, validFrom: date })),
  }),
  ScoringFrame: open,
  PerformanceSheet: record(sheet),
  PerformanceSheets: record({
    bureau: text,
    year: whole,
    sheets: list(refer('PerformanceSheet')),
    freshness: refer('Freshness'),
  }),
  EvaluationDraft: record({ ...head, ...drawn }),
  SupposedEvaluation: record({ ...head, official: record(drawn), supposed: record(drawn) }),
  ReportNarrative: record({
    ...head,
    parts: list(
      record({
        part: { type: 'string', enum: narrativeParts },
        title: text,
        paragraphs: list(text),
        'writtenOn?': date,
      }),
    ),
    figures: list(record({ name: text, title: text, printed: text })),
  }),
  FormerForm: record({ receipt: refer('Receipt'), ...formerForm }),
  SheetComparison: record({
    ...head,
    year: whole,
    rows: list(
      record({
        row: text,
        level1: text,
        level2: text,
        level3: text,
        now: record(compared),
        former: orNull(
          record({
            ...compared,
            from: formerSource,
            seal: orNull(record({ hash: text, position: whole })),
            'cell?': text,
            'cached?': yesNo,
          }),
        ),
        change: orNull(text),
        definition: orNull({ type: 'string', enum: ['same', 'changed', 'unknown'] }),
        'contradicted?': text,
      }),
    ),
    imported: orNull(record(formerForm)),
  }),
  MonitoringDraft: record({
    ...head,
    monthEnd: date,
    elapsed: text,
    rows: list(
      record({
        ...row,
        completion: orNull(text),
        gap: orNull(text),
        forecast: orNull(text),
        behind: orNull(yesNo),
        light: orNull({ type: 'string', enum: ['green', 'yellow', 'red'] }),
      }),
    ),
    money: orNull(
      record({
        budget: text,
        executed: text,
        rate: orNull(text),
        planned: orNull(text),
        gap: orNull(text),
        behind: orNull(yesNo),
      }),
    ),
    recorded: orNull(
      record({
        monthEnd: date,
        monitoredOn: date,
        executed: text,
        forecastExecuted: text,
        rows: list(
          record({
            row: text,
            'actual?': text,
            'actualText?': text,
            'forecast?': text,
            'forecastText?': text,
            likelihood: text,
            causes: list(text),
            'explanation?': text,
          }),
        ),
      }),
    ),
  }),
};
