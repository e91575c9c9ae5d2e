import { type Exact, exact } from '#kernel/money.js';
import { type LocalDate, lastOfMonth } from './kernel.js';
import { type Operator, satisfies } from './operator.js';
import { againstTime } from './scoring/monitoring.js';
import { type PlannedProject, percentPlannedAt, plannedAt } from './spending-plan.js';

/** A target of a year and how far it has come by a day. */
export interface TargetSoFar {
  readonly operator: Operator;
  readonly target: number;
  readonly actual: string | number;
  /** True where the result grows through the year (cases handled), false where it stands as it is (a rate, a stock). */
  readonly grows: boolean;
}

/** How a target stands to the calendar, all in per cent; `null` where nothing can be said. */
export interface Pace {
  /** actual ÷ target. */
  readonly completion: Exact | null;
  /** Months over ÷ 12. */
  readonly elapsed: Exact;
  /** completion − elapsed. */
  readonly gap: Exact | null;
  /** What the year will come to if it goes on like this. */
  readonly forecast: Exact | null;
  readonly behind: boolean;
}

/** Months of the year that are over at the end of a day: 7 on 31 July, 6 on 30 July. */
export const monthsOver = (on: LocalDate): number => Number(on.slice(5, 7)) - (lastOfMonth(on) === on ? 0 : 1);

const isUpperBound = (operator: Operator): boolean => operator === '≤' || operator === '<';

/** The result of the year if it goes on like this; a result that stands is its own forecast. Null in January. */
const forecastOf = ({ actual, grows }: TargetSoFar, months: number): Exact | null => {
  if (!grows) return exact(actual);
  return months === 0 ? null : exact(actual).times(12).dividedBy(months);
};

/**
 * The pace of a target (时序进度): behind where completion − months over ÷ 12 lies below minus the margin, in percentage points.
 * A target not to be exceeded is behind when the forecast exceeds it; one of zero when the result is not as it should be.
 */
export const paceOf = (row: TargetSoFar, on: LocalDate, margin: string | number): Pace => {
  const { operator, target, actual } = row;
  const months = monthsOver(on);
  const elapsed = exact(months).times(100).dividedBy(12);
  const completion = target === 0 ? null : exact(actual).times(100).dividedBy(target);
  const gap = completion === null ? null : againstTime(completion, months);
  const forecast = forecastOf(row, months);
  const late =
    gap === null || isUpperBound(operator)
      ? !satisfies(forecast ?? exact(actual), operator, target)
      : gap.lessThan(exact(margin).negated());
  return { completion, elapsed, gap, forecast, behind: late };
};

/** Money of a project so far beside its plan. Shares are in per cent of the budget; `null` where there is no budget. */
export interface SpendingPace {
  readonly planned: Exact;
  readonly executed: Exact;
  readonly executionRate: Exact | null;
  /** executed − planned, in percentage points. */
  readonly gap: Exact | null;
  readonly behind: boolean;
}

/** How spending stands to the plan at a day (支出进度); behind where it lies more than the margin below it. */
export const spendingPaceOf = (
  project: PlannedProject & { readonly executed: string | number },
  on: LocalDate,
  margin: string | number,
): SpendingPace => {
  const executed = exact(project.executed);
  const budget = exact(project.budget);
  const executionRate = budget.isZero() ? null : executed.times(100).dividedBy(budget);
  const gap = executionRate === null ? null : executionRate.minus(percentPlannedAt(project.plan, on));
  return {
    planned: plannedAt(project, on),
    executed,
    executionRate,
    gap,
    behind: gap !== null && gap.lessThan(exact(margin).negated()),
  };
};
