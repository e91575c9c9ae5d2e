import { readRows } from '../case-rows.js';
import { checkDraft } from '../check-draft.js';
import { type ActualsPorts, periodOfSheet, readActuals, readingOfSheet } from '../evaluation/actuals.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { writtenActual } from '../evaluation/scoring-sheet.js';
import type { Needs } from '../finding-codes.js';
import type { Finding } from '../identity.js';
import type { LocalDate, Rejection } from '../kernel.js';
import { frameByCode } from '../scoring/frames/index.js';
import type { ScoringFinding } from '../scoring/terms.js';
import { platformTerms } from '../terms.js';
import { caseOfSheet } from '../year-end/sheet-case.js';
import { newAmong, scoreOf, withActuals } from '../year-end/sheet-results.js';
import { acrossRules } from './across-sheets.rules.js';
import { readingsOf } from './readings.js';
import { type SheetPage, figuresOf, filledIn, textsOf } from './sheet-page.js';
import { applied } from './sheet-rule.js';
import { sheetRules } from './sheet.rules.js';
import { textRules } from './text.rules.js';

/** A finding of a live sheet. */
export interface SheetFinding extends Finding {
  /** It speaks of scores that are yet to be given: it keeps the evaluation from being recorded, not a seal. */
  readonly awaitsEvaluation: boolean;
  /** The self-evaluation said why, and its rows still have the results it spoke of. */
  readonly explainedThere: boolean;
  /** Set where no rule decides: a person must read. */
  readonly needs?: Needs;
  readonly toRead?: readonly string[];
}

/** What the scoring says of figures and targets alone; all else of it speaks of what persons enter when they evaluate. */
const OF_FIGURES: ReadonlySet<string> = new Set<ScoringFinding>([
  'actual-is-inequality',
  'actual-is-word',
  'negative-actual',
  'ratio-misprinted',
  'target-without-operator',
  'target-without-unit',
  'unit-differs',
]);

/** A score that only a person can give: it is asked for when the sheet is evaluated, and no seal rests on it. */
const ASKS_FOR_A_SCORE: ScoringFinding = 'needs-a-person';

/** Checks of a printed form that the scoring makes better of a live one: its weights stand on rows, not in cells. */
const MADE_BY_SCORING: ReadonlySet<string> = new Set(['weights-not-100']);

const titleOf = (code: string): string =>
  (platformTerms as Readonly<Record<string, { readonly zh: string }>>)[code]?.zh ?? code;

/** Why a sheet cannot be scored, each as a finding; a sheet whose weights nobody gave yet is not to be scored. */
const refused = ({ sheet }: FoundSheet, { details }: Rejection): readonly Finding[] =>
  sheet.evaluation === undefined && sheet.rows.every(({ weight }) => weight === undefined)
    ? []
    : details.map(({ at, code, message }) => ({
        ...{ code, severity: 'block' as const, rule: code, records: [], numbers: {} },
        rows: sheet.rows.flatMap(({ id }) => (at === `rows.${id}` || at.startsWith(`rows.${id}.`) ? [id] : [])),
        message: `${titleOf(code)}（${[at, message].filter((part) => part !== undefined).join(' ')}）`,
      }));

/** Whether the self-evaluation gave a reason for a finding that still stands on the results it was given for. */
const explainedIn = ({ found: { sheet }, actuals }: SheetPage, { rule, rows }: Finding): boolean =>
  sheet.evaluation?.explained?.some((explanation) => explanation.rule === rule) === true &&
  rows.every((row) => {
    const now = actuals.rows.find((actual) => actual.row === row)?.value;
    const then = sheet.evaluation?.rows.find((answer) => answer.row === row)?.actual;
    return now == null || then === undefined || writtenActual(now) === then;
  });

/** A sheet as it would be read on paper; undefined where nobody knows its frame. */
const pageOf = async (ports: ActualsPorts, found: FoundSheet, today: LocalDate, asOf?: number) => {
  const { registry, ledger, offices } = ports;
  const frame = frameByCode(found.sheet.frame);
  const bureau = offices.find(found.bureau);
  if ('kind' in frame || bureau === undefined) return undefined;
  const reading = readingOfSheet(ports, found, asOf);
  const actuals = await readActuals(ports, found, periodOfSheet(found.sheet), today, asOf);
  const file = filledIn(caseOfSheet(found, 'self-evaluation', { bureau, frame, actuals, plan: [] }), actuals, registry);
  const page: SheetPage = {
    ...{ found, registry, actuals, file },
    score: scoreOf(found.sheet, actuals, frame),
    texts: textsOf(found),
    figures: figuresOf(found, actuals),
  };
  const figures = withActuals(await readRows(file, registry, ledger, reading), actuals);
  return { page, printed: await checkDraft(file, registry, ledger, reading, figures) };
};

const unknownFrame = ({ sheet }: FoundSheet): Finding => ({
  ...{ code: 'unknown-frame', severity: 'block', rule: 'unknown-frame', rows: [], records: [], numbers: {} },
  message: `${titleOf('unknown-frame')}（${sheet.frame}）`,
});

/**
 * Everything there is to settle on a live sheet before it is signed: what the check of a printed form finds on the page as it
 * would be printed, what the scoring finds, what the sheet contradicts in its own words and in the other sheets of its year, and
 * what a person must read.
 * @param others the other sheets of the bureau and year
 */
export const findingsOfSheet = async (
  ports: ActualsPorts,
  found: FoundSheet,
  others: readonly FoundSheet[],
  today: LocalDate,
  asOf?: number,
): Promise<readonly SheetFinding[]> => {
  const plain = { awaitsEvaluation: false, explainedThere: false };
  const drawn = await pageOf(ports, found, today, asOf);
  if (drawn === undefined) return [{ ...unknownFrame(found), ...plain }];
  const { page, printed } = drawn;
  const { score } = page;
  const ofForm = printed.filter(({ code }) => !MADE_BY_SCORING.has(code));
  const scored = newAmong(score.kind === 'scored' ? score.findings : refused(found, score), ofForm);
  const ofRules = [...sheetRules, ...textRules, ...acrossRules].flatMap((rule) => applied(rule, page, others));
  const evaluated = found.sheet.evaluation !== undefined;
  return [
    ...[...ofForm, ...ofRules].map((finding) => ({ ...finding, ...plain })),
    ...scored.map((finding) => ({
      ...finding,
      awaitsEvaluation:
        finding.code === ASKS_FOR_A_SCORE || (!evaluated && score.kind === 'scored' && !OF_FIGURES.has(finding.code)),
      explainedThere: explainedIn(page, finding),
    })),
    ...readingsOf(page).map((finding) => ({ ...finding, ...plain })),
  ];
};
