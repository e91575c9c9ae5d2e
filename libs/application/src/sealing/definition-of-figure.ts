import { canonicalJson } from '#kernel/canonical.js';
import { hash } from 'node:crypto';
import { type Expression, type IndicatorDefinition, versionAt } from '../indicator.js';
import type { BureauCode, LocalDate } from '../kernel.js';
import { measuresIn } from '../own-definition.js';
import type { Registry } from '../registry.js';

const indicatorsIn = (expression: Expression): readonly string[] => {
  if ('indicator' in expression) return [expression.indicator];
  if ('sum' in expression) return expression.sum.flatMap(indicatorsIn);
  if ('less' in expression) return expression.less.flatMap(indicatorsIn);
  return [];
};

const formulasAt = (definition: IndicatorDefinition, to: LocalDate): readonly Expression[] => {
  const version = versionAt(definition, to);
  if (version === undefined) return [];
  return 'value' in version ? [version.value] : [version.numerator, version.denominator];
};

/** Everything a figure of a period rests on: its formula, the measures in it, and the same of the indicators it is made of. */
const groundsOf = (registry: Registry, definition: IndicatorDefinition, to: LocalDate): object => {
  const formulas = formulasAt(definition, to);
  const measures = [...new Set(formulas.flatMap(measuresIn))].sort();
  const others = [...new Set(formulas.flatMap(indicatorsIn))].sort();
  return {
    unit: definition.unit,
    decimals: definition.decimals,
    version: versionAt(definition, to) ?? null,
    measures: measures.map((code) => registry.measures.get(code) ?? { code }),
    indicators: others.map((code) => {
      const other = registry.indicators.get(code);
      return other === undefined ? { code } : { code, ...groundsOf(registry, other, to) };
    }),
  };
};

/** SHA-256 of all that decides how a figure of a period that ends on `to` is computed. */
export const definitionHash = (registry: Registry, definition: IndicatorDefinition, to: LocalDate): string =>
  hash('sha256', canonicalJson(groundsOf(registry, definition, to)), 'hex');

/** Measures a figure counts by, also through the indicators it is made of. */
const measuresBehind = (registry: Registry, definition: IndicatorDefinition): readonly string[] =>
  definition.versions.flatMap(({ from }) =>
    formulasAt(definition, from).flatMap((formula) => [
      ...measuresIn(formula),
      ...indicatorsIn(formula).flatMap((code) => {
        const other = registry.indicators.get(code);
        return other === undefined ? [] : measuresBehind(registry, other);
      }),
    ]),
  );

/** The figures of a field of work: those its line declares, then those the bureau defined over facts of the line. */
export const figuresOfWork = (registry: Registry, line: string, bureau: BureauCode): readonly IndicatorDefinition[] => {
  const declared = registry.line(line);
  if (declared === undefined) return [];
  const kinds = new Set(declared.facts.kinds);
  const own = [...registry.own].flatMap(([code, { bureau: theirs }]) => {
    const definition = registry.indicators.get(code);
    if (theirs !== bureau || definition === undefined) return [];
    const facts = measuresBehind(registry, definition).map((measure) => registry.measures.get(measure)?.fact ?? '');
    return facts.some((fact) => kinds.has(fact)) ? [definition] : [];
  });
  return [...declared.indicators, ...own];
};
