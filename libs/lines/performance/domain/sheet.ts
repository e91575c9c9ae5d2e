import { canonicalJson } from '#kernel/canonical.js';
import { lastOfMonth } from '#kernel/dates.js';
import type { RuleContext } from '#kernel/decider.js';
import { allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { type Verdict, accept, nothing } from '#kernel/reject.js';
import type { PerformanceSettings } from '../settings.js';
import { type DataOfEvent, type PerformanceEvent, events } from './events.js';
import { decisionFault, submissionFault } from './levels.js';
import { acceptUnless, refuse } from './rejections.js';
import {
  type Sheet,
  type SheetStatus,
  evaluationFault,
  fiscalYearOf,
  formerFault,
  monitoringFault,
  narrativeOf,
  repeatedRow,
} from './rows.js';
import { upcasters } from './upcasters.js';

type Context = RuleContext<PerformanceSettings>;

const monitored = (data: DataOfEvent<'performance.MonitoringRecorded'>, sheet: Sheet): Verdict => {
  const { monthEnd, monitoredOn } = data;
  if (lastOfMonth(monthEnd) !== monthEnd) return refuse('performance.not-a-month-end', 'monthEnd');
  if (Number(monthEnd.slice(0, 4)) !== fiscalYearOf(sheet))
    return refuse('performance.outside-fiscal-year', 'monthEnd');
  if (monitoredOn < monthEnd) return refuse('performance.month-not-over', 'monitoredOn');
  const known = allOf(sheet, 'performance.MonitoringRecorded').find((item) => item.monthEnd === monthEnd);
  if (known !== undefined)
    return canonicalJson(known) === canonicalJson(data) ? nothing : refuse('performance.month-monitored', 'monthEnd');
  return monitoringFault(data, sheet) ?? accept;
};

const evaluated = (data: DataOfEvent<'performance.SelfEvaluated'>, sheet: Sheet, { settings }: Context): Verdict => {
  const year = fiscalYearOf(sheet);
  if (data.evaluatedOn < `${year}-01-01`) return refuse('performance.year-not-begun', 'evaluatedOn');
  return (
    evaluationFault(data, sheet, settings) ??
    acceptUnless(data.evaluatedOn < `${year}-12-31` ? 'performance.year-running' : undefined)
  );
};

/** The same file read alike is a retry, on whatever day; another takes the place of the one before. */
const imported = (data: DataOfEvent<'performance.FormerFormImported'>, sheet: Sheet): Verdict => {
  const known = lastOf(sheet, 'performance.FormerFormImported');
  const again =
    known !== undefined && canonicalJson({ ...known, importedOn: '' }) === canonicalJson({ ...data, importedOn: '' });
  return again ? nothing : (formerFault(data, sheet) ?? accept);
};

/** The same said again is nothing new. */
const written = ({ part, paragraphs }: DataOfEvent<'performance.NarrativeWritten'>, sheet: Sheet): Verdict => {
  const known = narrativeOf(sheet).find((one) => one.part === part)?.paragraphs ?? [];
  return canonicalJson(known) === canonicalJson(paragraphs) ? nothing : accept;
};

/** What came back may be passed on down by whoever it came back to; all else is decided by another person. */
const decided = (_data: object, sheet: Sheet, context: Context): Verdict => decisionFault(sheet, context) ?? accept;

/**
 * The yearly cycle of one sheet: of a department as a whole, or of one budget project. The spending plan is the budget line's
 * own. Targets set or revised late are taken as they are and show their date.
 * @rejects performance.row-twice, unknown-frame
 * @rejects performance.not-a-month-end, outside-fiscal-year, month-not-over, month-monitored, explanation-missing
 * @rejects performance.year-not-begun, row-missing, unknown-row, actual-missing, actual-is-inequality, evidence-missing, …
 * @rejects performance.former-form-of-another-year, …                   the form it is compared with is of the year before
 * @rejects performance.level-skipped, level-not-above, lowest-level   up one level, down one level
 * @rejects performance.recorded-by-same-person, above-own-level       another person of that level reviews, returns, approves
 * @confirms performance.year-running                                  evaluated before the year is over
 */
export const sheet = defineProcedure<PerformanceEvent, SheetStatus, PerformanceSettings>({
  type: 'performance.sheet',
  events,
  steps: {
    none: ['performance.TargetsSet'],
    set: [
      'performance.TargetsRevised',
      'performance.MonitoringRecorded',
      'performance.SelfEvaluated',
      'performance.FormerFormImported',
      'performance.NarrativeWritten',
    ],
    evaluated: [
      'performance.TargetsRevised',
      'performance.SelfEvaluated',
      'performance.FormerFormImported',
      'performance.NarrativeWritten',
      'performance.SheetSubmitted',
    ],
    submitted: ['performance.SheetReviewed', 'performance.SheetReturned'],
    reviewed: ['performance.SheetApproved', 'performance.SheetReturned'],
    returned: [
      'performance.TargetsRevised',
      'performance.SelfEvaluated',
      'performance.FormerFormImported',
      'performance.NarrativeWritten',
      'performance.SheetSubmitted',
      'performance.SheetReturned',
    ],
    approved: ['performance.SheetSubmitted', 'performance.SheetPublished'],
    published: [],
  },
  becomes: {
    'performance.TargetsSet': 'set',
    'performance.TargetsRevised': 'set',
    'performance.SelfEvaluated': 'evaluated',
    'performance.SheetSubmitted': 'submitted',
    'performance.SheetReviewed': 'reviewed',
    'performance.SheetReturned': 'returned',
    'performance.SheetApproved': 'approved',
    'performance.SheetPublished': 'published',
  },
  rules: {
    'performance.TargetsSet': ({ rows, frame }, _sheet, { settings: { frames } }) => {
      if (!frames.includes(frame)) return refuse('performance.unknown-frame', 'frame');
      return repeatedRow(rows) ?? accept;
    },
    'performance.TargetsRevised': ({ rows }) => repeatedRow(rows) ?? accept,
    'performance.MonitoringRecorded': monitored,
    'performance.SelfEvaluated': evaluated,
    'performance.FormerFormImported': imported,
    'performance.NarrativeWritten': written,
    'performance.SheetSubmitted': ({ toLevel }, state, { settings: { levels } }) =>
      submissionFault(toLevel, state, levels) ?? accept,
    'performance.SheetReviewed': decided,
    'performance.SheetReturned': decided,
    'performance.SheetApproved': decided,
  },
  keys: (state) =>
    allOf(state, 'performance.TargetsSet').map(
      ({ fiscalYear, subject, subjectCode }) => `sheet:${fiscalYear}:${subject}:${subjectCode}`,
    ),
  keyCodes: { sheet: 'performance.sheet-exists' },
  upcasters,
});
