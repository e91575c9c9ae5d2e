import { compileCondition, fieldsOfCondition } from './condition.js';
import { type DeadlineDefinition, type DeadlineVersion, daysOf } from './deadline.js';
import type { Fact } from './facts.js';
import { type DueDate, type LocalDate, type WorkingDayCalendar, addDays, addMonths } from './kernel.js';

/** A duty that stands on a fact: when it is due, and when it was met. */
export interface Duty extends DueDate {
  readonly deadline: string;
  readonly metOn: LocalDate | null;
}

type Term = DeadlineVersion & { readonly days: number };

const dateIn = (fact: Fact, field: string | undefined): LocalDate | undefined => {
  const value = field === undefined ? undefined : fact.fields[field];
  return typeof value === 'string' ? value : undefined;
};

const termEnd = (start: LocalDate, version: Term, calendar: WorkingDayCalendar): DueDate => {
  const end =
    version.count === 'working-days'
      ? calendar.addWorkingDays(start, version.days)
      : {
          dueOn: version.count === 'months' ? addMonths(start, version.days) : addDays(start, version.days),
          provisional: false,
        };
  if (version.roll !== true) return end;
  const rolled = calendar.roll(end.dueOn);
  return { dueOn: rolled.dueOn, provisional: end.provisional || rolled.provisional };
};

/** A deadline made ready to be asked of facts. */
export interface CompiledDeadline {
  readonly into: string | undefined;
  /** Fields it reads; while none of them changes, neither does the duty. */
  readonly fields: readonly string[];
  /**
   * When the deadline falls on a fact, by the version in force on the day its term starts. Undefined where the duty does
   * not arise: the filter does not hold, the start is not known, no version is in force, or the duty lapsed unmet.
   */
  readonly dutyOn: (fact: Fact) => Duty | undefined;
}

export const compileDeadline = (
  deadline: DeadlineDefinition,
  calendar: WorkingDayCalendar,
  settings?: unknown,
): CompiledDeadline => {
  const holds = compileCondition(deadline.where);
  const versions = (deadline.versions ?? [])
    .map((version) => ({ ...version, days: daysOf(version, settings) }))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const dutyOn = (fact: Fact): Duty | undefined => {
    const agreed = dateIn(fact, deadline.due);
    const start = dateIn(fact, deadline.starts);
    const on = agreed ?? start;
    if (on === undefined || (holds !== undefined && !holds(fact.fields, on))) return undefined;
    const metOn = dateIn(fact, deadline.met) ?? null;
    if (metOn === null && dateIn(fact, deadline.lapsed) !== undefined) return undefined;
    if (agreed !== undefined) return { deadline: deadline.code, dueOn: agreed, provisional: false, metOn };
    const version = versions.find(({ from }) => from <= on);
    return version === undefined ? undefined : { deadline: deadline.code, ...termEnd(on, version, calendar), metOn };
  };
  const named = [deadline.starts, deadline.due, deadline.met, deadline.lapsed].filter((name) => name !== undefined);
  return { into: deadline.into, fields: [...named, ...fieldsOfCondition(deadline.where)], dutyOn };
};
