import type { Expression } from './indicator.js';
import type { Registry } from './registry.js';

const measuresOf = (registry: Registry, expression: Expression, met: ReadonlySet<string>): readonly string[] => {
  if ('sum' in expression) return expression.sum.flatMap((item) => measuresOf(registry, item, met));
  if ('less' in expression) return expression.less.flatMap((item) => measuresOf(registry, item, met));
  if ('indicator' in expression) return [...found(registry, expression.indicator, met)];
  if ('cumulative' in expression) return [...expression.cumulative, expression.baseline];
  if ('persons' in expression)
    return expression.alsoIn === undefined ? [expression.persons] : [expression.persons, expression.alsoIn];
  if ('flow' in expression) return [expression.flow];
  if ('opening' in expression) return [expression.opening];
  if ('closing' in expression) return [expression.closing];
  return [expression.cohort];
};

const found = (registry: Registry, code: string, met: ReadonlySet<string>): ReadonlySet<string> => {
  const definition = met.has(code) ? undefined : registry.indicators.get(code);
  if (definition === undefined) return new Set();
  const further = new Set([...met, code]);
  const formulas = definition.versions.flatMap((version) =>
    'value' in version ? [version.value] : [version.numerator, version.denominator],
  );
  return new Set(formulas.flatMap((formula) => measuresOf(registry, formula, further)));
};

/** What was found of the definitions that stand: new ones are a map of their own. */
const known = new WeakMap<Registry['indicators'], Map<string, ReadonlySet<string>>>();

/** Measures a figure moves with, in any of its versions, also through the indicators it is made of; none where it is unknown. */
export const movedBy = (registry: Registry, code: string): ReadonlySet<string> => {
  const standing = known.get(registry.indicators) ?? new Map<string, ReadonlySet<string>>();
  known.set(registry.indicators, standing);
  const measures = standing.get(code) ?? found(registry, code, new Set());
  standing.set(code, measures);
  return measures;
};
