import { type Exact, exact } from '#kernel/money.js';
import { type LocalDate, lastOfMonth } from './kernel.js';

/** How much of the year's budget is to be spent by the end of a month, in per cent, cumulatively. */
export interface PlanPoint {
  readonly monthEnd: LocalDate;
  readonly percent: string | number;
}

/** Money of one project and the plan to spend it; any unit, the same throughout. */
export interface PlannedProject {
  readonly budget: string | number;
  readonly plan: readonly PlanPoint[];
}

export type PlanFault = 'no-points' | 'not-a-month-end' | 'month-twice' | 'out-of-range' | 'not-rising' | 'not-whole';

const inOrder = (plan: readonly PlanPoint[]): readonly PlanPoint[] =>
  [...plan].sort((a, b) => (a.monthEnd < b.monthEnd ? -1 : a.monthEnd > b.monthEnd ? 1 : 0));

/**
 * What is wrong with a plan, in the order it is looked at; nothing when it is right. A plan has points at ends of months, none
 * twice, that never fall and end with 100; 0/0/0/100 is one.
 */
export const planFaults = (plan: readonly PlanPoint[]): readonly PlanFault[] => {
  const ordered = inOrder(plan);
  const percents = ordered.map(({ percent }) => exact(percent));
  const last = percents.at(-1);
  const faults: Readonly<Record<PlanFault, boolean>> = {
    'no-points': last === undefined,
    'not-a-month-end': plan.some(({ monthEnd }) => lastOfMonth(monthEnd) !== monthEnd),
    'month-twice': new Set(plan.map(({ monthEnd }) => monthEnd)).size < plan.length,
    'out-of-range': percents.some((percent) => percent.isNegative() || percent.greaterThan(100)),
    'not-rising': percents.some((percent, at) => percent.lessThan(percents[at - 1] ?? percent)),
    'not-whole': last !== undefined && !last.equals(100),
  };
  return (Object.keys(faults) as PlanFault[]).filter((fault) => faults[fault]);
};

/** The share planned by a day, in per cent: that of the newest month end that has come, 0 before the first. */
export const percentPlannedAt = (plan: readonly PlanPoint[], on: LocalDate): Exact =>
  exact(inOrder(plan).findLast(({ monthEnd }) => monthEnd <= on)?.percent ?? 0);

/** What a project is to have spent by a day: budget × plan %, exact. */
export const plannedAt = ({ budget, plan }: PlannedProject, on: LocalDate): Exact =>
  exact(budget).times(percentPlannedAt(plan, on)).dividedBy(100);

/** What several projects together are to have spent by a day. */
export const plannedTogetherAt = (projects: readonly PlannedProject[], on: LocalDate): Exact =>
  projects.reduce((sum, project) => sum.plus(plannedAt(project, on)), exact(0));
