import { type Expression, type IndicatorDefinition } from '#application/indicator.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';
import { caseFile, playCase } from '../support/played-case.js';

const NAMING = ['flow', 'opening', 'closing', 'cohort', 'persons', 'alsoIn', 'baseline'];

/** Measures a formula names, its own line's and others'. */
const measuresIn = (expression: Expression): readonly string[] => {
  if ('sum' in expression) return expression.sum.flatMap(measuresIn);
  if ('less' in expression) return expression.less.flatMap(measuresIn);
  const named = NAMING.flatMap((name) => (expression as Readonly<Record<string, unknown>>)[name] ?? []);
  const cumulated = 'cumulative' in expression ? expression.cumulative : [];
  return [...cumulated, ...named.filter((name) => typeof name === 'string')];
};

const measuresOf = ({ versions }: IndicatorDefinition): readonly string[] =>
  versions
    .flatMap((version) => ('value' in version ? [version.value] : [version.numerator, version.denominator]))
    .flatMap(measuresIn);

describe('what one line reads of another', () => {
  const registry = new Registry(lines);

  it('is there, wherever the other line is', () => {
    const codes = new Set(lines.map(({ code }) => code));
    const missing = [...registry.indicators.values()].flatMap((indicator) =>
      measuresOf(indicator)
        .filter((measure) => codes.has(measure.split('.')[0] ?? '') && !registry.measures.has(measure))
        .map((measure) => `${indicator.code} names ${measure}`),
    );
    expect(missing).toEqual([]);
  });

  it('is split the way it is narrowed', () => {
    const narrowings = (expression: Expression): readonly (readonly [string, string])[] => {
      if ('sum' in expression) return expression.sum.flatMap(narrowings);
      if ('less' in expression) return expression.less.flatMap(narrowings);
      const splits = 'where' in expression ? Object.keys(expression.where ?? {}) : [];
      return measuresIn(expression)
        .slice(0, 1)
        .flatMap((measure) => splits.map((split) => [measure, split] as const));
    };
    const wrong = [...registry.indicators.values()].flatMap(({ code, versions }) =>
      versions
        .flatMap((version) => ('value' in version ? [version.value] : [version.numerator, version.denominator]))
        .flatMap(narrowings)
        .filter(([measure, split]) => registry.measures.get(measure)?.splits.includes(split) === false)
        .map(([measure, split]) => `${code} narrows ${measure} by ${split}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives publicity its awareness and satisfaction from the surveys', async () => {
    const two = lines.filter(({ code }) => code === 'publicity' || code === 'surveys');
    const { world } = await playCase(await caseFile('funing-2020-targets'), two);
    expect(await world.figures('2020', ['PL-05', 'PL-06'])).toEqual({ 'PL-05': '70', 'PL-06': '65' });
  });

  it('gives legal aid its own publicity from the activities', async () => {
    const two = lines.filter(({ code }) => code === 'legal-aid' || code === 'publicity');
    const { world } = await playCase(await caseFile('funing-2020-targets'), two);
    expect(await world.figures('2020', ['LA-13', 'LA-13-attendance'])).toEqual({
      'LA-13': '2',
      'LA-13-attendance': '30',
    });
  });

  it('knows a project by one code: its targets stand with performance, its money and its plan with funds', async () => {
    const two = lines.filter(({ code }) => code === 'funds' || code === 'performance');
    const { commands } = await playCase(await caseFile('funing-2020-targets'), two);
    const of = (type: string) => commands.filter((command) => command.type === type);
    const field = (data: object, name: string): string => (data as Readonly<Record<string, string>>)[name] ?? '';
    const sheets = of('performance.SetTargets').map(({ data }) => field(data, 'subjectCode'));
    const projects = new Map(
      of('funds.ApproveBudget').map(({ streamId, data }) => [streamId, field(data, 'projectCode')]),
    );
    const planned = of('funds.SetExpenditurePlan').map(({ streamId }) => projects.get(streamId) ?? '');
    expect(sheets).toHaveLength(9);
    expect(planned.sort()).toEqual([...sheets].sort());
  });
});
