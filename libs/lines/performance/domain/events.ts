import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import {
  type TextField,
  code,
  count,
  date,
  decimal,
  exactNumber,
  flag,
  list,
  money,
  optional,
  personRef,
  record,
  text,
} from '#kernel/schema.js';
import {
  cause,
  direction,
  grade,
  leftOut,
  level,
  likelihood,
  narrativePart,
  operator,
  qualitativeGrade,
  subject,
} from './enumerations.js';

/** A target or a result: a count, a rate in %, an amount in the unit that stands beside it. */
const number = () => decimal(6, -1e12, 1e12);
const points = () => decimal(2, 0, 100);
/** SHA-256 of an attached file. */
const fileHash = (): TextField => ({ kind: 'text', max: 64, pattern: '^[0-9a-f]{64}$', example: 'a'.repeat(64) });
const webAddress = (): TextField => ({
  kind: 'text',
  max: 500,
  pattern: '^https?://[A-Za-z0-9][A-Za-z0-9./_~%?=&#:+-]*$',
  example: 'https://example.org/gk/2023',
});

/**
 * One row of the form. `operator`, `target` and `unit` are the number, `targetText` is what is printed; without an
 * `indicatorCode` nothing computes the row, and its result is entered by hand with its proof. `responsible`: the section.
 */
const targetRow = record({
  row: code(),
  level1: text(50),
  level2: text(50),
  level3: text(200),
  description: optional(text(500)),
  operator: optional(operator),
  target: optional(number()),
  unit: optional(text(20)),
  targetText: optional(text(200)),
  basis: optional(text(500)),
  weight: optional(points()),
  direction: optional(direction),
  indicatorCode: optional(code()),
  responsible: optional(text(100)),
});
const targetRows = () => list(targetRow, 1);

/**
 * A figure of the form of the year before, for a row of this year. `printed` is the cell; `value`, `unit` and `operator` what
 * it says. What the file's own manifest says stands beside it: the indicator, the start of its definition and the position it
 * was computed at. `cached`: the cell is a formula, and this is the result it last had.
 */
const formerRow = record({
  row: code(),
  cell: text(100),
  printed: text(200),
  value: optional(exactNumber()),
  unit: optional(text(20)),
  operator: optional(operator),
  approximate: optional(flag()),
  indicatorCode: optional(code()),
  definition: optional(date()),
  position: optional(count(0, Number.MAX_SAFE_INTEGER)),
  cached: optional(flag()),
});

const handedOver = { note: optional(text(1000)) };

/** The year of one sheet (绩效目标表): targets, monitoring, self-evaluation, and the way up. Money is in 元. */
export const events = eventTable(
  defineEvent({
    type: 'performance.TargetsSet',
    command: 'SetTargets',
    datedBy: 'setOn',
    /** `subjectCode`: code of the budget line, or of the department; `officialCode`: 项目编码 as printed, where it differs. */
    fields: {
      setOn: date(),
      fiscalYear: count(1949, 2999),
      subject,
      subjectCode: code(),
      subjectName: text(200),
      officialCode: optional(code()),
      frame: code(),
      form: code(),
      budget: money(),
      purpose: optional(text(2000)),
      goal: optional(text(2000)),
      rows: targetRows(),
    },
  }),
  defineEvent({
    type: 'performance.TargetsRevised',
    command: 'ReviseTargets',
    datedBy: 'revisedOn',
    fields: {
      revisedOn: date(),
      reason: text(500),
      budget: optional(money()),
      goal: optional(text(2000)),
      rows: targetRows(),
    },
  }),
  defineEvent({
    type: 'performance.MonitoringRecorded',
    command: 'RecordMonitoring',
    datedBy: 'monitoredOn',
    fields: {
      monitoredOn: date(),
      monthEnd: date(),
      executed: money(),
      forecastExecuted: money(),
      rows: list(
        record({
          row: code(),
          actual: optional(number()),
          actualText: optional(text(200)),
          forecast: optional(number()),
          forecastText: optional(text(200)),
          likelihood,
          causes: list(cause, 0, 5),
          explanation: optional(text(500)),
        }),
        1,
      ),
    },
  }),
  defineEvent({
    type: 'performance.SelfEvaluated',
    command: 'SelfEvaluate',
    datedBy: 'evaluatedOn',
    /**
     * `score` is what the frame gives, or with an `overrideReason` what a person put in its place. `groups` carry weight and
     * score where the form merges the rows of a 二级 heading; `gradeText` is the word printed. What was computed says by which
     * version of the frame and at which `position` of the log; `explained`: findings that would have kept it from being recorded.
     */
    fields: {
      evaluatedOn: date(),
      rows: list(
        record({
          row: code(),
          actual: optional(number()),
          actualText: optional(text(200)),
          notApplicable: optional(flag()),
          weight: optional(points()),
          score: optional(points()),
          overrideReason: optional(text(500)),
          qualitativeGrade: optional(qualitativeGrade),
          deviationReason: optional(text(500)),
          attachmentHash: optional(fileHash()),
          enteredBy: optional(personRef()),
        }),
        1,
      ),
      groups: list(
        record({
          level1: text(50),
          level2: text(50),
          weight: optional(points()),
          score: points(),
          overrideReason: optional(text(500)),
          deviationReason: optional(text(500)),
        }),
      ),
      execution: optional(
        record({
          weight: points(),
          score: points(),
          overrideReason: optional(text(500)),
          deviationReason: optional(text(500)),
        }),
      ),
      total: optional(decimal(2, 0, 200)),
      grade: optional(grade),
      gradeText: optional(text(20)),
      frameVersion: optional(count(1, 1000)),
      position: optional(count(0, Number.MAX_SAFE_INTEGER)),
      explained: optional(list(record({ rule: text(64), reason: text(500), role: text(64) }))),
    },
  }),
  defineEvent({
    type: 'performance.FormerFormImported',
    command: 'ImportFormerForm',
    datedBy: 'importedOn',
    derived: true,
    /**
     * What was read from the form of the year before; the newest one counts. `document` and `seals` are what a file of our own
     * says of itself: whether a figure is the sealed one is asked of the seal, never of this event. `unmatched`: lines of the
     * file that are no row's, and why.
     */
    fields: {
      importedOn: date(),
      formerYear: count(1949, 2999),
      fileHash: fileHash(),
      document: optional(text(200)),
      seals: list(fileHash(), 0, 20),
      rows: list(formerRow),
      unmatched: list(record({ cell: text(100), label: text(200), why: leftOut }), 0, 500),
    },
  }),
  defineEvent({
    type: 'performance.NarrativeWritten',
    command: 'WriteNarrative',
    datedBy: 'writtenOn',
    derived: true,
    /**
     * What the bureau itself says in a part of its report, the newest in the place of what was said before; no paragraph at all
     * takes it back. A name in braces stands for a figure of the sheet: `{received.actual}`.
     */
    fields: { writtenOn: date(), part: narrativePart, paragraphs: list(text(2000), 0, 50) },
  }),
  defineEvent({
    type: 'performance.SheetSubmitted',
    command: 'SubmitSheet',
    datedBy: 'submittedOn',
    fields: { submittedOn: date(), toLevel: level, ...handedOver },
  }),
  defineEvent({
    type: 'performance.SheetReviewed',
    command: 'ReviewSheet',
    datedBy: 'reviewedOn',
    right: 'records:approve',
    /** `auditedTotal`: the reviewer's own score, beside the self score. */
    fields: { reviewedOn: date(), auditedTotal: optional(decimal(2, 0, 200)), ...handedOver },
  }),
  defineEvent({
    type: 'performance.SheetReturned',
    command: 'ReturnSheet',
    datedBy: 'returnedOn',
    right: 'records:approve',
    fields: { returnedOn: date(), note: text(1000) },
  }),
  defineEvent({
    type: 'performance.SheetApproved',
    command: 'ApproveSheet',
    datedBy: 'approvedOn',
    right: 'records:approve',
    fields: { approvedOn: date(), ...handedOver },
  }),
  defineEvent({
    type: 'performance.SheetPublished',
    command: 'PublishSheet',
    datedBy: 'publishedOn',
    right: 'records:approve',
    fields: { publishedOn: date(), place: text(200), url: optional(webAddress()) },
  }),
);

export type PerformanceEvent = EventOf<typeof events>;
export type EventType = PerformanceEvent['type'];
export type DataOfEvent<Type extends EventType> = Extract<PerformanceEvent, { type: Type }>['data'];
export type TargetRow = DataOfEvent<'performance.TargetsSet'>['rows'][number];
