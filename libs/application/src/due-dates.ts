import { compileCondition, fieldsOfCondition, isSpells } from './condition.js';
import { type DeadlineDefinition, daysOf } from './deadline.js';
import { type Fact, stoppedIn } from './facts.js';
import { type DueDate, type LocalDate, type Pause, type WorkingDayCalendar, limitEnd } from './kernel.js';

/** A duty that stands on a fact: when it is due, and when it was met. */
export interface Duty extends DueDate {
  readonly deadline: string;
  readonly metOn: LocalDate | null;
}

const dateIn = (fact: Fact, field: string | undefined): LocalDate | undefined => {
  const value = field === undefined ? undefined : fact.fields[field];
  return typeof value === 'string' ? value : undefined;
};

const numberIn = (fact: Fact, field: string | undefined): number => {
  const value = field === undefined ? undefined : fact.fields[field];
  return typeof value === 'number' ? value : 0;
};

const pausesIn = (fact: Fact, field: string | undefined): readonly Pause[] => {
  const spells = field === undefined ? undefined : fact.fields[field];
  return isSpells(spells) ? stoppedIn(spells) : [];
};

/** A deadline made ready to be asked of facts. */
export interface CompiledDeadline {
  readonly into: string | undefined;
  /** Fields it reads; while none of them changes, neither does the duty. */
  readonly fields: readonly string[];
  /**
   * When the deadline falls on a fact, by the version in force on the day its term starts. Undefined where the duty does
   * not arise: the filter does not hold, the start is not known, no version is in force, the duty lapsed unmet, or its term
   * stands still.
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
    if (version === undefined) return undefined;
    const limit = { ...version, more: numberIn(fact, deadline.more) };
    const end = limitEnd(on, limit, calendar, pausesIn(fact, deadline.clock));
    return end === undefined ? undefined : { deadline: deadline.code, ...end, metOn };
  };
  const { starts, due, more, clock, met, lapsed } = deadline;
  const named = [starts, due, more, clock, met, lapsed].filter((name) => name !== undefined);
  return { into: deadline.into, fields: [...named, ...fieldsOfCondition(deadline.where)], dutyOn };
};
