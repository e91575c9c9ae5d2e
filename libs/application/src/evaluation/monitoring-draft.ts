import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { type LocalDate, type Principal, Rejected, type Uuid, lastOfMonth, reject } from '../kernel.js';
import { type Pace, paceOf, spendingPaceOf } from '../pace.js';
import type { ScoringFrame } from '../scoring/frame.js';
import { type Light, trafficLight } from '../scoring/monitoring.js';
import { readRow } from '../scoring/read-row.js';
import type { ScoringSheet } from '../scoring/sheet.js';
import { type PlannedProject, plannedTogetherAt } from '../spending-plan.js';
import { type Actuals, type RowActual, periodOfSheet, readActuals } from './actuals.js';
import { type EvaluationPorts, frameOf } from './draft-sheet.js';
import type { PerformanceRow, SheetMonitoring } from './performance-sheet.js';
import { type FoundSheet, findSheet } from './read-sheets.js';
import { scoringSheetOf } from './scoring-sheet.js';
import { readPlans } from './spending-plans.js';

/** A row at a month end, in per cent with two decimals but for `forecast`, which has the unit of the target. */
export interface MonitoredRow extends PerformanceRow {
  readonly computed?: RowActual;
  /** Null where the row is not measured: a person says how it stands. */
  readonly completion: string | null;
  readonly gap: string | null;
  readonly forecast: string | null;
  readonly behind: boolean | null;
  readonly light: Light | null;
}

/** Money at a month end beside its plan: 元, and per cent of the budget. */
export interface MonitoredMoney {
  readonly budget: string;
  readonly executed: string;
  readonly rate: string | null;
  /** Null where no plan is recorded. */
  readonly planned: string | null;
  readonly gap: string | null;
  readonly behind: boolean | null;
}

export interface MonitoringDraft {
  readonly monthEnd: LocalDate;
  /** Share of the year gone by. */
  readonly elapsed: string;
  readonly rows: readonly MonitoredRow[];
  readonly money: MonitoredMoney | null;
  /** What was recorded for this month end. */
  readonly recorded: SheetMonitoring | null;
}

const percent = (value: Exact | null): string | null => (value === null ? null : roundForPrint(value, 2).toFixed(2));

/** The pace of a measured row at the end of a day; undefined where it is not measured, or has no result. */
export const paceOfRow = (
  { margin, grows, on }: { readonly margin: string; readonly grows: boolean; readonly on: LocalDate },
  row: ScoringSheet['rows'][number],
): Pace | undefined => {
  const reading = readRow(row);
  if (reading.kind !== 'measured') return undefined;
  const { operator, target, actual } = reading;
  return paceOf({ operator, target: target.toNumber(), actual: actual.toFixed(), grows }, on, margin);
};

/**
 * A sheet at a month end: results and forecasts against targets, money against plan. Behind is what lies below where the frame
 * says green begins.
 */
export const monitoringOf = (
  frame: ScoringFrame,
  { sheet }: Pick<FoundSheet, 'sheet'>,
  actuals: Actuals,
  projects: readonly PlannedProject[],
  monthEnd: LocalDate,
): MonitoringDraft => {
  const margin = exact(frame.lights.greenFrom).negated().toFixed();
  const scoring = scoringSheetOf(frame, sheet, actuals, { rows: [], groups: [] });
  const months = Number(monthEnd.slice(5, 7));
  return {
    monthEnd,
    elapsed: percent(exact(months).times(100).dividedBy(12)) ?? '',
    rows: sheet.rows.map((row, at) => {
      const computed = actuals.rows.find((found) => found.row === row.id);
      const cells = scoring.rows[at] as ScoringSheet['rows'][number];
      const pace = paceOfRow({ margin, grows: computed?.grows ?? false, on: monthEnd }, cells);
      return {
        ...row,
        ...(computed !== undefined && { computed }),
        completion: percent(pace?.completion ?? null),
        gap: percent(pace?.gap ?? null),
        forecast: percent(pace?.forecast ?? null),
        behind: pace?.behind ?? null,
        light: trafficLight(frame, cells, months),
      };
    }),
    money: actuals.money === undefined ? null : moneyAt(actuals.money, projects, monthEnd, margin),
    recorded: sheet.monitorings.find((monitoring) => monitoring.monthEnd === monthEnd) ?? null,
  };
};

const moneyAt = (
  { adjusted, executed }: NonNullable<Actuals['money']>,
  projects: readonly PlannedProject[],
  on: LocalDate,
  margin: string,
): MonitoredMoney => {
  const whole = exact(adjusted);
  const ends = [...new Set(projects.flatMap(({ plan }) => plan.map(({ monthEnd }) => monthEnd)))];
  // One plan of several projects: what all of them together are to have spent, as a share of the money of all.
  const plan = whole.isZero()
    ? []
    : ends.map((monthEnd) => ({
        monthEnd,
        percent: plannedTogetherAt(projects, monthEnd).times(100).dividedBy(whole).toFixed(),
      }));
  const pace = spendingPaceOf({ budget: adjusted, plan, executed }, on, margin);
  const planned = plan.length > 0;
  return {
    budget: adjusted,
    executed,
    rate: percent(pace.executionRate),
    planned: planned ? roundForPrint(pace.planned, 2).toFixed(2) : null,
    gap: planned ? percent(pace.gap) : null,
    behind: planned ? pace.behind : null,
  };
};

/**
 * The monitoring of a sheet at a month end, from what is known at a position.
 * @rejects not-found, unknown-frame
 * @rejects invalid-data not a month end of the fiscal year, or one yet to come
 */
export const monitorSheet = async (
  ports: EvaluationPorts,
  { streamId, principal, monthEnd }: MonitoringRequest,
  asOf?: number,
): Promise<{ readonly found: FoundSheet; readonly draft: MonitoringDraft }> => {
  await ports.definitions.refresh();
  const found = await findSheet(ports, principal, streamId, asOf);
  const { today } = ports.clock.now();
  if (lastOfMonth(monthEnd) !== monthEnd || Number(monthEnd.slice(0, 4)) !== found.sheet.fiscalYear || monthEnd > today)
    throw new Rejected(reject('invalid-data', { at: 'monthEnd', code: 'not-a-month-over' }));
  const frame = frameOf(found.sheet.frame);
  const period = periodOfSheet(found.sheet, monthEnd);
  const actuals = await readActuals(ports, found, period, today, asOf);
  const projects = await readPlans(ports, found, period, asOf);
  return { found, draft: monitoringOf(frame, found, actuals, projects, monthEnd) };
};

export interface MonitoringRequest {
  readonly streamId: Uuid;
  readonly principal: Principal;
  readonly monthEnd: LocalDate;
}
