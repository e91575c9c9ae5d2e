import type { CaseBinding, SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { ordersOf, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import { type PerformanceEvent, events } from '../domain/events.js';
import { evaluationOf } from './evaluation.js';
import { type PrintedForm, formsOf, targetRowOf } from './forms.js';

const order = ordersOf<PerformanceEvent>(events);

/** Who decides on what the clerk hands in. */
const REVIEWER = '案例复核导入';

/** The day a report is signed: its own, or that of another report of the bureau and year. */
const signedOn = (form: PrintedForm, files: SimulationTools['files']): LocalDate | undefined =>
  [form.file, ...files].map(({ period }) => period.documentDate).find((date) => date !== null) ?? undefined;

/** Evaluated in the weeks before the report is signed, which is when it is approved; without that day, at the year's end. */
const evaluationYear = async (
  form: PrintedForm,
  streamId: string,
  tools: SimulationTools,
): Promise<readonly SimulatedCommand[]> => {
  const signed = signedOn(form, tools.files);
  const yearEnd = `${form.file.fiscalYear}-12-31`;
  const before = (days: number): LocalDate => latest(yearEnd, addDays(signed ?? yearEnd, -days)) ?? yearEnd;
  const place = { streamId, office: tools.bureau };
  const decides = { ...place, by: REVIEWER };
  const evaluation = await evaluationOf(form, workday(tools, before(24), before(20)), tools);
  if (evaluation === undefined) return [];
  const evaluated = order('performance.SelfEvaluated', place, evaluation);
  if (signed === undefined || signed <= yearEnd) return [evaluated];
  return [
    evaluated,
    order('performance.SheetSubmitted', place, {
      submittedOn: workday(tools, before(19), before(14)),
      toLevel: 'county',
    }),
    order('performance.SheetReviewed', decides, { reviewedOn: workday(tools, before(12), before(5)) }),
    order('performance.SheetApproved', decides, { approvedOn: signed }),
  ];
};

/** The frame that scores the forms of a template; a template nobody knows keeps its name, and is refused by it. */
const FRAMES: Readonly<Record<string, string>> = {
  'hebei-targets': 'hebei-funing',
  'hunan-yiyang-department': 'hunan-ziyang',
  'hunan-yiyang-project': 'hunan-ziyang',
};

const yearOf = async (form: PrintedForm, tools: SimulationTools): Promise<readonly SimulatedCommand[]> => {
  const { file, subject, subjectCode, subjectName, officialCode, budget, purpose, rows } = form;
  const { fiscalYear, template, documentType } = file;
  const streamId = tools.id('sheet', subject, subjectCode);
  const set = order(
    'performance.TargetsSet',
    { streamId, office: tools.bureau },
    {
      setOn: workday(tools, `${fiscalYear}-01-03`, `${fiscalYear}-01-20`),
      fiscalYear,
      subject,
      subjectCode,
      subjectName,
      ...(officialCode !== undefined && { officialCode }),
      frame: FRAMES[template.variant] ?? template.variant,
      form: documentType,
      budget,
      ...(purpose !== undefined && { purpose }),
      rows: rows.map(targetRowOf),
    },
  );
  return [set, ...(await evaluationYear(form, streamId, tools))];
};

/**
 * The forms that published reports print: targets with the budget, and the self-evaluation where results are printed. They
 * stand beside the money, whose counts other records make true.
 */
export const cases: CaseBinding = {
  section: 'funds',
  leaves: { 'total.*': null, 'lines.*.*': null, 'sources.*': null },
  simulate: async (_counts, tools) => {
    const forms = tools.files.flatMap((file) => formsOf(file, tools.bureau));
    const years: SimulatedCommand[] = [];
    for (const form of forms) years.push(...(await yearOf(form, tools)));
    return years;
  },
};
