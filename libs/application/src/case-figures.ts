import { type Exact, exact } from '#kernel/money.js';
import type { LeafFigureMeaning } from './case-binding.js';
import { type CaseFile, type CaseRow, countedAt } from './case-file.js';
import { namesOf } from './case-names.js';
import { type Asked, type IndicatorValue, evaluateIndicators } from './evaluate-indicators.js';
import { type Formula, type Names, callsIn, evaluateFormula, parseFormula, pathsIn } from './expressions.js';
import type { Narrowing } from './indicator.js';
import { type LocalDate, type Period, addDays } from './kernel.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';
import { bindingsOf, meaningOf } from './simulate.js';

/** A leaf of a case file as a figure: which indicator, narrowed to what, over which days, counted in what. */
export interface LeafFigure {
  readonly indicator: string;
  readonly period: Period;
  readonly where?: Narrowing;
  readonly per: number;
}

/** The days a figure of the case covers when it is counted at the end of `to`. */
export const periodTo = (file: CaseFile, to: LocalDate): Period => {
  const from = to < file.period.from ? `${to.slice(0, 4)}-01-01` : file.period.from;
  return { scheme: 'CUSTOM', from, to };
};

/** The day at whose end a row is counted. */
export const dateOf = (file: CaseFile, row: CaseRow): LocalDate => row.asOf ?? countedAt(file);

/** Section and leaf of a name: `activity.mediation.accepted`, `funds.total.executed`, `establishment.posts.total`. */
const placeOf = (path: string): readonly [section: string, leaf: string] => {
  const [root = '', first = '', ...rest] = path.split('.');
  if (root === 'activity') return [first, rest.join('.')];
  if (root === 'establishment') return [`establishment.${first}`, rest.join('.')];
  return [root, [first, ...rest].join('.')];
};

/** The section of a case file a name belongs to. */
export const sectionOf = (path: string): string => placeOf(path)[0];

/** A call of a formula as the path it stands for: `fund('heating', 'executed')` is `funds.lines.heating.executed`. */
const pathOfCall = (name: string, [id = '', column = '']: readonly string[]): string | undefined => {
  if (name === 'fund') return `funds.lines.${id}.${column}`;
  return name === 'source' ? `funds.sources.${id}` : undefined;
};

/** Every path a formula speaks of, by name or by call. */
export const spokenIn = (formula: Formula): readonly string[] => [
  ...pathsIn(formula),
  ...callsIn(formula).flatMap(({ name, args }) => pathOfCall(name, args) ?? []),
];

/**
 * The figures behind a name of a case file, which add up to it: none where it only steers the simulation, undefined where no
 * line knows it. `on`: the day its row is counted.
 */
export const figuresOf = (
  file: CaseFile,
  registry: Registry,
  path: string,
  on: LocalDate = countedAt(file),
): readonly LeafFigure[] | undefined => {
  const [section, leaf] = placeOf(path);
  const binding = bindingsOf(registry).find((item) => item.section === section);
  const meaning = binding === undefined ? undefined : meaningOf(binding, leaf);
  if (meaning === undefined) return undefined;
  if (meaning === null) return [];
  if (typeof meaning === 'string') return [{ indicator: meaning, period: periodTo(file, on), per: 1 }];
  const parts: readonly LeafFigureMeaning[] = 'sumOf' in meaning ? meaning.sumOf : [meaning];
  return parts.map(({ indicator, at, where, per = 1 }) => ({
    indicator,
    period: periodOf(file, at, leaf, on),
    per,
    ...(where === undefined ? {} : { where: named(file, where) }),
  }));
};

const periodOf = (file: CaseFile, at: LeafFigureMeaning['at'], leaf: string, on: LocalDate): Period => {
  const year = (of: number): Period => ({ scheme: 'FISCAL_YEAR', from: `${of}-01-01`, to: `${of}-12-31` });
  switch (at) {
    case 'opening':
      return periodTo(file, addDays(file.period.from, -1));
    case 'year-end':
      return periodTo(file, `${leaf.slice(-4)}-12-31`);
    case 'fiscal-year':
      return year(file.fiscalYear);
    case 'prior-year':
      return year(file.fiscalYear - 1);
    case undefined:
      return periodTo(file, on);
  }
};

const named = ({ funds }: CaseFile, where: Narrowing): Narrowing =>
  Object.fromEntries(Object.entries(where).map(([split, value]) => [split, value === '@fund' ? funds.name : value]));

/**
 * Formulas of a case file evaluated with every count, sum and rate taken from the log, none from the file: `activity.…`,
 * `funds.…`, `establishment.…`, `fund()`, `source()`, and `row('id')` as what the row should print.
 */
export class CaseFigures {
  private readonly known = new Map<string, Exact | null>();

  private constructor(
    private readonly file: CaseFile,
    private readonly registry: Registry,
  ) {}

  /** Reads everything the given formulas speak of; a row's formula is counted on the row's own day. */
  static async read(
    file: CaseFile,
    registry: Registry,
    ledger: Ledger,
    reading: Reading,
    formulas: readonly (readonly [expression: string, on: LocalDate])[],
  ): Promise<CaseFigures> {
    const figures = new CaseFigures(file, registry);
    const paths: (readonly [path: string, on: LocalDate])[] = [];
    const rows = new Set<string>();
    const note = (expression: string, on: LocalDate): void => {
      const formula = parseFormula(expression);
      for (const path of spokenIn(formula)) paths.push([path, on]);
      for (const { name, args } of callsIn(formula)) {
        const row = name === 'row' ? figures.row(args[0] ?? '') : undefined;
        const own = row?.derivations[0]?.expression;
        if (row === undefined || own === undefined || rows.has(row.id)) continue;
        rows.add(row.id);
        note(own, dateOf(file, row));
      }
    };
    for (const [expression, on] of formulas) note(expression, on);
    await figures.fetch(ledger, reading, paths);
    return figures;
  }

  /** Reads the figures behind names, each counted on the day the case is. */
  static async readPaths(
    file: CaseFile,
    registry: Registry,
    ledger: Ledger,
    reading: Reading,
    paths: readonly string[],
  ): Promise<CaseFigures> {
    const figures = new CaseFigures(file, registry);
    const on = countedAt(file);
    await figures.fetch(
      ledger,
      reading,
      paths.map((path) => [path, on] as const),
    );
    return figures;
  }

  /** The value of a name on a day it was read for. */
  at(path: string, on: LocalDate): Exact | null {
    return this.known.get(keyOf(path, on)) ?? null;
  }

  private async fetch(
    ledger: Ledger,
    reading: Reading,
    paths: readonly (readonly [path: string, on: LocalDate])[],
  ): Promise<void> {
    const { file, registry } = this;
    const wanted = new Map<string, readonly LeafFigure[]>();
    for (const [path, on] of paths) {
      const found = figuresOf(file, registry, path, on);
      if (found !== undefined && found.length > 0) wanted.set(keyOf(path, on), found);
    }
    const values = await evaluateAll(ledger, registry, reading, [...wanted.values()].flat());
    for (const [key, parts] of wanted) {
      const each = parts.map((part) => {
        const value = values.get(figureKey(part))?.value;
        return value == null ? null : exact(value).dividedBy(part.per);
      });
      this.known.set(
        key,
        each.includes(null) ? null : each.reduce<Exact>((sum, item) => sum.plus(item ?? 0), exact(0)),
      );
    }
  }

  /**
   * The value of a formula on a day; null where a name in it is no figure, is not known, or a divisor is 0. `row('id')` is
   * what the row should print, or with `printed` what it does print.
   */
  valueOf(expression: string, on: LocalDate, rows: 'worked-out' | 'printed' = 'worked-out'): Exact | null {
    return evaluateFormula(parseFormula(expression), this.names(on, rows));
  }

  private names(on: LocalDate, rows: 'worked-out' | 'printed'): Names {
    const printed = namesOf(this.file);
    return {
      name: (path) => (FROM_LOG.test(path) ? this.at(path, on) : printed.name(path)),
      call: (name, args) => {
        const path = pathOfCall(name, args);
        if (path !== undefined) return this.at(path, on);
        if (name !== 'row' || rows === 'printed') return printed.call(name, args);
        const row = this.row(args[0] ?? '');
        const own = row?.derivations[0]?.expression;
        return row === undefined || own === undefined ? null : this.valueOf(own, dateOf(this.file, row));
      },
    };
  }

  private row(id: string): CaseRow | undefined {
    return this.file.rows.find((row) => row.id === id);
  }
}

/** Parts of a case file whose numbers the log must give. */
const FROM_LOG = /^(activity|funds|establishment)\./;

const keyOf = (path: string, on: LocalDate): string => `${on} ${path}`;
const figureKey = ({ indicator, period, where }: LeafFigure): string =>
  JSON.stringify([indicator, period.from, period.to, where ?? {}]);

/** Values of figures by their key; figures of one period are asked together. */
const evaluateAll = async (
  ledger: Ledger,
  registry: Registry,
  reading: Reading,
  figures: readonly LeafFigure[],
): Promise<ReadonlyMap<string, IndicatorValue>> => {
  const periods = new Map<string, { period: Period; asked: Map<string, Asked> }>();
  for (const figure of figures) {
    const { indicator, period, where } = figure;
    const key = `${period.from} ${period.to}`;
    const group = periods.get(key) ?? { period, asked: new Map<string, Asked>() };
    group.asked.set(figureKey(figure), where === undefined ? indicator : { code: indicator, where });
    periods.set(key, group);
  }
  const found = await Promise.all(
    [...periods.values()].map(async ({ period, asked }) => {
      const values = await evaluateIndicators(ledger, registry, reading, period, [...asked.values()]);
      return [...asked.keys()].map((key, at) => [key, values[at] as IndicatorValue] as const);
    }),
  );
  return new Map(found.flat());
};
