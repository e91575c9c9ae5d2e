import type { LineDefinition } from './define-line.js';
import { type CompiledDeadline, compileDeadline } from './due-dates.js';
import type { Fact } from './facts.js';
import type { WorkingDayCalendar } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { type PostedAmount, compileMeasure, fieldsOf } from './measure-postings.js';
import type { RegisterDefinition } from './register.js';
import type { Registry } from './registry.js';

export interface CompiledMeasure {
  readonly definition: MeasureDefinition;
  readonly fields: readonly string[];
  readonly post: (fact: Fact) => readonly PostedAmount[];
}

export interface CompiledRegister {
  readonly definition: RegisterDefinition;
  /** Fields shown or filtered by. */
  readonly fields: readonly string[];
}

/** What the platform does with facts of one kind. */
export interface KindPlan {
  readonly measures: readonly CompiledMeasure[];
  /** Measures by a field they read. */
  readonly measuresOf: ReadonlyMap<string, readonly CompiledMeasure[]>;
  readonly deadlines: readonly CompiledDeadline[];
  /** Deadlines that write their date into the fact, and every field they read. */
  readonly derived: readonly CompiledDeadline[];
  readonly derivedFrom: readonly string[];
  readonly registers: readonly CompiledRegister[];
}

const planOf = (registry: Registry, line: LineDefinition, kind: string, calendar: WorkingDayCalendar): KindPlan => {
  const settings = registry.settingsOf(line.code);
  const measures = [...registry.measures.values()]
    .filter((measure) => measure.fact === kind)
    .map((definition) => ({ definition, fields: fieldsOf(definition), post: compileMeasure(definition) }));
  const read = new Set(measures.flatMap(({ fields }) => fields));
  const deadlines = line.deadlines
    .filter((deadline) => deadline.fact === kind)
    .map((deadline) => compileDeadline(deadline, calendar, settings));
  const derived = deadlines.filter(({ into }) => into !== undefined);
  return {
    measures,
    measuresOf: new Map([...read].map((name) => [name, measures.filter(({ fields }) => fields.includes(name))])),
    deadlines,
    derived,
    derivedFrom: [...new Set(derived.flatMap(({ fields }) => fields))],
    registers: line.registers
      .filter((register) => register.fact === kind)
      .map((definition) => ({ definition, fields: [...new Set([...definition.columns, ...definition.filters])] })),
  };
};

/** By kind of facts. */
export type Plans = ReadonlyMap<string, KindPlan>;
interface Planned {
  readonly calendar: WorkingDayCalendar;
  readonly measures: Registry['measures'];
  readonly plans: Plans;
}
const planned = new WeakMap<Registry, Planned>();

/** What is done with facts of every kind, worked out once for a registry as long as it and the calendar stay as they are. */
export const plansOf = (registry: Registry, calendar: WorkingDayCalendar): Plans => {
  const known = planned.get(registry);
  if (known !== undefined && known.calendar === calendar && known.measures === registry.measures) return known.plans;
  const plans = new Map(
    registry.lines.flatMap((line) =>
      line.facts.kinds.map((kind) => [kind, planOf(registry, line, kind, calendar)] as const),
    ),
  );
  planned.set(registry, { calendar, measures: registry.measures, plans });
  return plans;
};

/** Measures that may post otherwise once these fields of a fact have changed; all of them where the fields are not known. */
export const measuresTouched = (
  plan: KindPlan | undefined,
  changed: readonly string[] | undefined,
): readonly CompiledMeasure[] => {
  if (plan === undefined) return [];
  if (changed === undefined) return plan.measures;
  let touched: readonly CompiledMeasure[] = [];
  for (const name of changed) {
    const reading = plan.measuresOf.get(name);
    if (reading === undefined || reading === touched) continue;
    // Measures of several fields are put together in the order in which they are defined.
    if (touched.length > 0)
      return plan.measures.filter(({ fields }) => fields.some((field) => changed.includes(field)));
    touched = reading;
  }
  return touched;
};
