import { keyOf } from '#application/fact-tables.js';
import { type Fact, type FactSheet, type ViewedEvent, defineFacts } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import type { DataOfEvent, PerformanceEvent, TargetRow } from '../domain/events.js';
import { levelBelow } from '../domain/levels.js';
import type { PerformanceSettings } from '../settings.js';
import { tables } from './kinds.js';

const KEY = 'sheet';
type Level = DataOfEvent<'performance.SheetSubmitted'>['toLevel'];
type Fields = Fact['fields'];

const fieldsOf = (sheet: FactSheet): Fields => sheet.get('performance.sheet', KEY)?.fields ?? {};

const dimensions = (sheet: FactSheet) => {
  const { fiscalYear, subject, subjectCode, yearEndOn } = fieldsOf(sheet);
  return { fiscalYear, subject, subjectCode, yearEndOn };
};

const yearEndOf = (sheet: FactSheet): string => String(fieldsOf(sheet)['yearEndOn']);

/** The rows in force take the place of those before. */
const putRows = (sheet: FactSheet, rows: readonly TargetRow[], targetSetOn: LocalDate): void => {
  for (const { key } of sheet.all('performance.row')) sheet.remove('performance.row', key);
  for (const { description: _description, basis: _basis, direction: _direction, responsible: _of, ...row } of rows)
    tables.put(sheet, 'performance.row', row.row, {
      ...dimensions(sheet),
      ...row,
      entry: row.indicatorCode === undefined ? 'manual' : 'computed',
      scorable: row.operator !== undefined && row.target !== undefined && row.unit !== undefined,
      targetSetOn,
    });
};

/** A step up or down, in the list of steps and on the sheet. */
const step = (
  event: ViewedEvent<PerformanceEvent>,
  sheet: FactSheet,
  { status, level, note }: { readonly status: string; readonly level: Level | undefined; readonly note?: string },
): void => {
  const of = dimensions(sheet);
  tables.put(sheet, 'performance.step', keyOf(event), {
    ...of,
    step: status,
    steppedOn: event.occurredOn,
    level,
    note,
  });
  tables.put(sheet, 'performance.sheet', KEY, { status, level });
};

const levelOf = (sheet: FactSheet): Level => fieldsOf(sheet)['level'] as Level;

/** The rows that figures count: a sheet, its rows, its monitorings, its steps. */
export const facts = defineFacts<PerformanceEvent, PerformanceSettings>({
  name: 'performance_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    'performance.TargetsSet': ({ data }, sheet, { levels, monitoring, selfEvaluationDueOn }) => {
      const { setOn, fiscalYear, rows, purpose: _purpose, goal: _goal, ...rest } = data;
      const yearEndOn = `${fiscalYear}-12-31`;
      const monitoringDueOn = `${fiscalYear}-${monitoring.dueOn}`;
      tables.put(sheet, 'performance.sheet', KEY, {
        ...rest,
        fiscalYear,
        yearEndOn,
        status: 'set',
        level: levels[0],
        targetSetOn: setOn,
        setLate: setOn > yearEndOn,
        revisedAfterEvaluation: false,
        rowCount: rows.length,
        selfEvaluationDueOn: `${fiscalYear + 1}-${selfEvaluationDueOn}`,
        ...(setOn <= monitoringDueOn && { monitoringDueOn }),
      });
      putRows(sheet, rows, setOn);
    },
    'performance.TargetsRevised': ({ data: { revisedOn, rows, budget } }, sheet, { levels }) => {
      const { evaluatedOn, revisedAfterEvaluation, setLate } = fieldsOf(sheet);
      tables.put(sheet, 'performance.sheet', KEY, {
        status: 'set',
        level: levels[0],
        revisedOn,
        setLate: setLate === true || revisedOn > yearEndOf(sheet),
        revisedAfterEvaluation: revisedAfterEvaluation === true || evaluatedOn !== undefined,
        rowCount: rows.length,
        ...(budget !== undefined && { budget }),
        // What was evaluated were other rows.
        evaluatedOn: undefined,
        total: undefined,
        grade: undefined,
        gradeText: undefined,
      });
      putRows(sheet, rows, revisedOn);
    },
    'performance.MonitoringRecorded': ({ data }, sheet, { monitoring }) => {
      const { rows, monthEnd, monitoredOn, ...money } = data;
      const { monitoredTo, coveredOn } = fieldsOf(sheet);
      tables.put(sheet, 'performance.monitoring', monthEnd, {
        ...dimensions(sheet),
        ...money,
        monthEnd,
        monitoredOn,
        rowCount: rows.length,
        atRisk: rows.filter(({ likelihood }) => likelihood !== 'certain').length,
      });
      tables.put(sheet, 'performance.sheet', KEY, {
        monitoredTo: monitoredTo !== undefined && String(monitoredTo) > monthEnd ? monitoredTo : monthEnd,
        coveredOn: coveredOn ?? (monthEnd.slice(5) >= monitoring.monthEnd ? monitoredOn : undefined),
      });
    },
    'performance.SelfEvaluated': ({ data }, sheet, { levels }) => {
      const { evaluatedOn, rows, total, grade, gradeText } = data;
      const fields = { status: 'evaluated', level: levels[0], evaluatedOn, total, grade, gradeText };
      tables.put(sheet, 'performance.sheet', KEY, fields);
      for (const { row, notApplicable: _notApplicable, ...answer } of rows)
        tables.put(sheet, 'performance.row', row, { ...answer, evaluatedOn });
    },
    'performance.SheetSubmitted': (event, sheet) => {
      const { toLevel, note } = event.data;
      step(event, sheet, { status: 'submitted', level: toLevel, note });
    },
    'performance.SheetReviewed': (event, sheet) => {
      const { note, auditedTotal } = event.data;
      step(event, sheet, { status: 'reviewed', level: levelOf(sheet), note });
      tables.put(sheet, 'performance.sheet', KEY, { auditedTotal });
    },
    'performance.SheetReturned': (event, sheet, { levels }) =>
      step(event, sheet, {
        status: 'returned',
        level: levelBelow(levelOf(sheet), levels),
        note: event.data.note,
      }),
    'performance.SheetApproved': (event, sheet) => {
      step(event, sheet, { status: 'approved', level: levelOf(sheet), note: event.data.note });
      tables.put(sheet, 'performance.sheet', KEY, { approvedOn: event.data.approvedOn });
    },
    'performance.SheetPublished': (event, sheet) => {
      step(event, sheet, { status: 'published', level: levelOf(sheet) });
      tables.put(sheet, 'performance.sheet', KEY, event.data);
    },
  },
});
