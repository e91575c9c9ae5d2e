import type { CaseRow } from '#application/case-file.js';
import type { SimulationTools } from '#application/case-binding.js';
import { exact } from '#kernel/money.js';
import type { DataOfEvent } from '../domain/events.js';
import { isInequality } from '../domain/inequality.js';
import { type PrintedForm, targetRowOf } from './forms.js';

type Evaluation = DataOfEvent<'performance.SelfEvaluated'>;
type EvaluatedRow = Evaluation['rows'][number];

/** The result behind a cell: what was counted where a bound is printed, the number printed otherwise. */
const resultOf = ({ actual, actualBound, derivations }: CaseRow): number | undefined => {
  const worked = derivations[0]?.result;
  return actualBound === undefined ? (actual?.number ?? worked) : (worked ?? actualBound.number);
};

const textOf = ({ printedActual }: CaseRow): string | undefined =>
  printedActual === null || isInequality(printedActual) ? undefined : printedActual;

/** A file nobody has: its hash follows from the record and the row. */
const proofOf = ({ id }: SimulationTools, form: PrintedForm, row: string): string =>
  ['front', 'back'].map((half) => id('proof', form.subjectCode, row, half).replaceAll('-', '')).join('');

const answerTo = async (row: CaseRow, form: PrintedForm, tools: SimulationTools): Promise<EvaluatedRow> => {
  const actual = row.kind === 'qualitative' ? undefined : resultOf(row);
  const actualText = textOf(row);
  const byHand = targetRowOf(row).indicatorCode === undefined;
  return {
    row: row.id,
    ...(actual !== undefined && { actual: exact(actual).toFixed() }),
    ...(actualText !== undefined && { actualText }),
    ...(row.kind === 'qualitative' && { qualitativeGrade: 'met' }),
    ...(row.score != null && { score: String(row.score) }),
    ...(byHand && {
      attachmentHash: proofOf(tools, form, row.id),
      enteredBy: await tools.person('who fills in the self-evaluation', { age: 38 }),
    }),
  };
};

const executionOf = ({ file: { rows, template } }: PrintedForm): Pick<Evaluation, 'execution'> => {
  const { executionWeight } = template;
  const printed = rows.find(
    ({ group, weight, score }) => group === undefined && weight === executionWeight && score != null,
  );
  return executionWeight === null || printed?.score == null
    ? {}
    : { execution: { weight: String(executionWeight), score: String(printed.score) } };
};

const GRADES: Readonly<Record<string, Evaluation['grade']>> = { 优: 'excellent', 良: 'good', 中: 'fair', 差: 'poor' };

/** What the form prints as its result; undefined where it holds targets only. */
export const evaluationOf = async (
  form: PrintedForm,
  evaluatedOn: string,
  tools: SimulationTools,
): Promise<Evaluation | undefined> => {
  const { printedTotalScore: total, printedGrade, groups } = form.file.template;
  if (form.rows.every(({ printedActual }) => printedActual === null)) return undefined;
  const grade = GRADES[printedGrade ?? ''];
  return {
    evaluatedOn,
    rows: await Promise.all(form.rows.map((row) => answerTo(row, form, tools))),
    groups: groups.flatMap(({ level1, level2, weight, score }) =>
      score === null
        ? []
        : [{ level1, level2, score: String(score), ...(weight !== null && { weight: String(weight) }) }],
    ),
    ...executionOf(form),
    ...(total !== null && { total: String(total) }),
    ...(grade !== undefined && { grade }),
    ...(printedGrade !== null && { gradeText: printedGrade }),
  };
};
