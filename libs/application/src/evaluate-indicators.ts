import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { type Expression, type IndicatorDefinition, type Narrowing, versionAt } from './indicator.js';
import { type OfficeCode, type Period, addDays } from './kernel.js';
import type { Ledger, Reading, SumTerm } from './ports/ledger.js';
import type { Registry } from './registry.js';

/** A figure as computed: exact, with the parts of a rate kept apart. */
export interface IndicatorValue {
  readonly code: string;
  readonly unit: string;
  /** Exact decimal as text; for `%` in percent points, unrounded. Null: the denominator is 0, or a measure is not known yet. */
  readonly value: string | null;
  readonly numerator?: string;
  readonly denominator?: string;
  /** As it is printed, rounded once; 「—」 where there is no value. */
  readonly printed: string;
  readonly decimals: number;
  readonly variant?: string;
  readonly of?: string;
  /** Start of the definition version in force at the period's end. */
  readonly version: string | null;
  /** Measures named by the formula that no line provides yet. */
  readonly awaits: readonly string[];
}

/** An indicator to be evaluated: as it is, or every sum in it narrowed to values of splits (one project, one topic). */
export type Asked = string | { readonly code: string; readonly where: Narrowing };

/** A formula as a signed list of the sums asked for, by their place. */
type Leaf = readonly { readonly at: number; readonly sign: 1 | -1 }[];

const NOTHING: Leaf = [];
const total = (leaf: Leaf, sums: readonly string[]): Exact =>
  leaf.reduce((sum, { at, sign }) => sum.plus(exact(sums[at] ?? 0).times(sign)), exact(0));

/** What of the ledger figures are made of. */
export type Sums = Pick<Ledger, 'sums' | 'latestOn'>;

/** Indicators asked for over one period. */
export interface AskedOver {
  readonly period: Period;
  readonly asked: readonly Asked[];
}

/**
 * Evaluates indicators over one period for one reading: every leaf of every formula is asked of the ledger at once, so a
 * whole year's sheet costs a few statements.
 */
export const evaluateIndicators = async (
  ledger: Sums,
  registry: Registry,
  reading: Reading,
  period: Period,
  asked: readonly Asked[],
): Promise<readonly IndicatorValue[]> =>
  (await evaluateOver(ledger, registry, reading, [{ period, asked }]))[0] as readonly IndicatorValue[];

/** The same over several periods at once, one list of values for each. */
export const evaluateOver = async (
  ledger: Sums,
  registry: Registry,
  reading: Reading,
  wanted: readonly AskedOver[],
): Promise<readonly (readonly IndicatorValue[])[]> => {
  const plans: { readonly plan: SheetPlan; readonly builds: readonly ReturnType<SheetPlan['plan']>[] }[] = [];
  for (const { period, asked } of wanted) {
    const plan = new SheetPlan(registry, period);
    const named = asked.map((item) => (typeof item === 'string' ? { code: item, where: {} } : item));
    const baselines = await plan.readBaselines(
      ledger,
      reading,
      named.map(({ code }) => code),
    );
    const builds = named.map(({ code, where }) => plan.plan(definitionOf(registry, code), baselines, where));
    plans.push({ plan, builds });
  }
  const sums = await ledger.sums(
    reading,
    plans.flatMap(({ plan }) => plan.terms),
  );
  let from = 0;
  return plans.map(({ plan, builds }) => {
    const theirs = sums.slice(from, (from += plan.terms.length));
    return builds.map((build) => build(theirs));
  });
};

/** One indicator over one period for each office of a reading by itself: as one evaluation, however many there are. */
export const evaluateByOffice = async (
  ledger: Pick<Ledger, 'sumsByOffice' | 'latestOn'>,
  registry: Registry,
  reading: Reading,
  period: Period,
  code: string,
): Promise<ReadonlyMap<OfficeCode, IndicatorValue>> => {
  const definition = definitionOf(registry, code);
  // Offices whose baselines stand at the same dates ask for the same sums.
  const alike = new Map<string, { readonly baselines: ReadonlyMap<string, string>; readonly offices: OfficeCode[] }>();
  for (const office of reading.offices) {
    const baselines = await new SheetPlan(registry, period).readBaselines(ledger, { ...reading, offices: [office] }, [
      code,
    ]);
    const key = JSON.stringify([...baselines]);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { baselines, offices: [office] });
    else known.offices.push(office);
  }
  const found = new Map<OfficeCode, IndicatorValue>();
  for (const { baselines, offices } of alike.values()) {
    const plan = new SheetPlan(registry, period);
    const build = plan.plan(definition, baselines);
    for (const [office, sums] of await ledger.sumsByOffice({ ...reading, offices }, plan.terms))
      found.set(office, build(sums));
  }
  return found;
};

const definitionOf = (registry: Registry, code: string): IndicatorDefinition => {
  const definition = registry.indicators.get(code);
  if (definition === undefined) throw new RangeError(`no indicator ${code}`);
  return definition;
};

/** A sum that a figure is made of: the side of a rate it belongs to, and whether it is added or taken off. */
export interface ExplainedTerm {
  readonly term: SumTerm;
  readonly side: 'value' | 'numerator' | 'denominator';
  readonly sign: 1 | -1;
}

/** The sums whose evidence explains a figure, numerator first: added up with their signs they are its value. */
export const explainIndicator = async (
  ledger: Sums,
  registry: Registry,
  reading: Reading,
  period: Period,
  code: string,
  where: Narrowing = {},
): Promise<readonly ExplainedTerm[]> => {
  const plan = new SheetPlan(registry, period);
  return plan.explain(definitionOf(registry, code), await plan.readBaselines(ledger, reading, [code]), where);
};

class SheetPlan {
  readonly terms: SumTerm[] = [];
  private readonly places = new Map<string, number>();

  constructor(
    private readonly registry: Registry,
    private readonly period: Period,
  ) {}

  /** Dates of the cumulative baselines the given indicators rest on. */
  async readBaselines(
    ledger: Pick<Ledger, 'latestOn'>,
    reading: Reading,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const names = new Set<string>();
    for (const code of codes) {
      const version = versionAt(definitionOf(this.registry, code), this.period.to);
      if (version === undefined) continue;
      for (const expression of 'value' in version ? [version.value] : [version.numerator, version.denominator])
        for (const name of this.baselinesOf(expression)) names.add(name);
    }
    const found = await Promise.all(
      [...names].map(async (name) => [name, await ledger.latestOn(reading, name, this.period.to)] as const),
    );
    return new Map(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
  }

  private baselinesOf(expression: Expression): readonly string[] {
    if ('cumulative' in expression) return [expression.baseline];
    if ('sum' in expression) return expression.sum.flatMap((item) => this.baselinesOf(item));
    if ('less' in expression) return expression.less.flatMap((item) => this.baselinesOf(item));
    if ('indicator' in expression) {
      const version = versionAt(definitionOf(this.registry, expression.indicator), this.period.to);
      return version !== undefined && 'value' in version ? this.baselinesOf(version.value) : [];
    }
    return [];
  }

  plan(
    definition: IndicatorDefinition,
    baselines: ReadonlyMap<string, string>,
    narrowing: Narrowing = {},
  ): (sums: readonly string[]) => IndicatorValue {
    const { code, unit, decimals, variant, of } = definition;
    const version = versionAt(definition, this.period.to);
    const base = {
      code,
      unit,
      decimals,
      version: version?.from ?? null,
      ...(variant === undefined ? {} : { variant }),
      ...(of === undefined ? {} : { of }),
    };
    const awaits = new Set<string>();
    if (version === undefined) return () => ({ ...base, value: null, printed: '—', awaits: [] });
    if ('value' in version) {
      const leaf = this.leafOf(version.value, baselines, awaits, narrowing);
      return (sums) => {
        const value = awaits.size > 0 ? null : total(leaf, sums);
        return { ...base, value: value?.toFixed() ?? null, printed: print(value, definition), awaits: [...awaits] };
      };
    }
    const top = this.leafOf(version.numerator, baselines, awaits, narrowing);
    const bottom = this.leafOf(version.denominator, baselines, awaits, narrowing);
    return (sums) => {
      if (awaits.size > 0) return { ...base, value: null, printed: '—', awaits: [...awaits] };
      const numerator = total(top, sums);
      const denominator = total(bottom, sums);
      const scale = unit === '%' ? 100 : 1;
      const value = denominator.isZero() ? null : numerator.times(scale).dividedBy(denominator);
      return {
        ...base,
        value: value?.toFixed() ?? null,
        numerator: numerator.toFixed(),
        denominator: denominator.toFixed(),
        printed: print(value, definition),
        awaits: [],
      };
    };
  }

  explain(
    definition: IndicatorDefinition,
    baselines: ReadonlyMap<string, string>,
    narrowing: Narrowing,
  ): readonly ExplainedTerm[] {
    const version = versionAt(definition, this.period.to);
    if (version === undefined) return [];
    const side = (name: ExplainedTerm['side'], expression: Expression): readonly ExplainedTerm[] =>
      this.leafOf(expression, baselines, new Set(), narrowing).map(({ at, sign }) => ({
        term: this.terms[at] as SumTerm,
        side: name,
        sign,
      }));
    if ('value' in version) return side('value', version.value);
    return [...side('numerator', version.numerator), ...side('denominator', version.denominator)];
  }

  private leafOf(
    expression: Expression,
    baselines: ReadonlyMap<string, string>,
    awaits: Set<string>,
    narrowing: Narrowing = {},
  ): Leaf {
    const { from, to } = this.period;
    const term = (measure: string, rest: Omit<SumTerm, 'measure'>): Leaf => {
      const known = this.registry.measures.get(measure);
      if (known === undefined) {
        awaits.add(measure);
        return NOTHING;
      }
      for (const split of Object.keys(narrowing))
        if (!known.splits.includes(split)) throw new RangeError(`${measure} cannot be split by ${split}`);
      return [{ at: this.placeOf({ measure, ...rest }), sign: 1 }];
    };
    const wanted = { ...('where' in expression ? expression.where : undefined), ...narrowing };
    const where = Object.keys(wanted).length === 0 ? {} : { where: wanted };
    if ('flow' in expression) return term(expression.flow, { mode: 'flow', from, to, ...where });
    if ('opening' in expression) return term(expression.opening, { mode: 'stock', to: addDays(from, -1), ...where });
    if ('closing' in expression) return term(expression.closing, { mode: 'stock', to, ...where });
    if ('cohort' in expression) return term(expression.cohort, { mode: 'cohort', from, to, ...where });
    if ('persons' in expression) {
      const { persons, of, alsoIn } = expression;
      const among = alsoIn === undefined ? where : { ...where, alsoIn };
      return of === 'flow'
        ? term(persons, { mode: 'persons-flow', from, to, ...among })
        : term(persons, { mode: 'persons-stock', to, ...among });
    }
    if ('cumulative' in expression) {
      const stood = baselines.get(expression.baseline);
      const since = stood === undefined ? '0001-01-01' : addDays(stood, 1);
      const flows = expression.cumulative.map((measure) => term(measure, { mode: 'flow', from: since, to, ...where }));
      if (stood === undefined) return flows.flat();
      return [term(expression.baseline, { mode: 'flow', from: stood, to: stood, ...where }), ...flows].flat();
    }
    if ('sum' in expression) return expression.sum.flatMap((item) => this.leafOf(item, baselines, awaits, narrowing));
    if ('less' in expression) {
      const [minuend, subtrahend] = expression.less.map((item) => this.leafOf(item, baselines, awaits, narrowing)) as [
        Leaf,
        Leaf,
      ];
      return [
        ...minuend,
        ...subtrahend.map(({ at, sign }) => ({ at, sign: sign === 1 ? (-1 as const) : (1 as const) })),
      ];
    }
    const version = versionAt(definitionOf(this.registry, expression.indicator), to);
    if (version === undefined || !('value' in version)) {
      awaits.add(expression.indicator);
      return NOTHING;
    }
    return this.leafOf(version.value, baselines, awaits, narrowing);
  }

  /** The place of a term in the list asked of the ledger; a term asked twice has one place. */
  private placeOf(term: SumTerm): number {
    const key = JSON.stringify(term);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.terms.length);
    return this.terms.push(term) - 1;
  }
}

/** Rounds once, here; a value that does not exist prints as a dash, never as 0. */
const print = (value: Exact | null, { decimals, unit }: IndicatorDefinition): string => {
  if (value === null) return '—';
  const rounded = roundForPrint(value, decimals).toFixed(decimals);
  return unit === '%' ? `${rounded}%` : rounded;
};
