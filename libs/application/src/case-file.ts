import type { LocalDate } from './kernel.js';
import type { Operator } from './operator.js';

/**
 * A published report as data, as `cases/schema.json` describes it: what was printed, which activity it implies, and what a
 * check must find. Numbers are as printed; `null` is an empty cell, never 0.
 */
export interface CaseFile {
  readonly caseId: string;
  readonly title: string;
  readonly bureau: CaseBureau;
  readonly documentType: string;
  readonly documentTypeName: string;
  readonly fiscalYear: number;
  readonly period: {
    readonly scheme: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
    /** Business date at whose end stocks and cumulative figures are counted; null where the document sets targets only. */
    readonly asOf: LocalDate | null;
    readonly documentDate: LocalDate | null;
  };
  readonly template: CaseTemplate;
  readonly funds: CaseFunds;
  readonly establishment: { readonly [group: string]: unknown };
  readonly rows: readonly CaseRow[];
  readonly activity: CaseActivity;
  readonly expectedFindings: readonly ExpectedFinding[];
  readonly expectedComputed: readonly ExpectedComputed[];
  readonly identities: readonly CaseIdentity[];
  /** What was left out because it is personal. */
  readonly redactions?: readonly unknown[];
}

/** Money columns of a report, in 万元. */
export const fundColumns = ['priorYearFinal', 'initialBudget', 'adjustedBudget', 'received', 'executed'] as const;
export type FundColumns = { readonly [Column in (typeof fundColumns)[number]]: number | null };

/** The name formulas have for a column of the money: of one line by its id, of all lines together without. */
export const moneyPath = (column: keyof FundColumns, line?: string): string =>
  line === undefined ? `funds.total.${column}` : `funds.lines.${line}.${column}`;

export interface FundSource {
  readonly id: string;
  readonly name: string;
  readonly amount: number | null;
}

/** Cumulative share of a year's money planned to be spent by a day, `by` as MM-DD; `assumed` where it could not be read. */
export interface SpendingPoint {
  readonly by: string;
  readonly cumulativePercent: number;
  readonly assumed?: boolean;
}

/** A line of the money a report speaks of. `three-public` and `procurement` lines are views of the same money. */
export interface FundLine extends FundColumns {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly class: string;
  readonly code?: string;
  readonly purpose?: string;
  readonly sources: readonly FundSource[];
  readonly spendingPlan: readonly SpendingPoint[] | null;
}

export interface CaseFunds {
  readonly name: string;
  readonly total: FundColumns & { readonly balance: number | null };
  readonly lines: readonly FundLine[];
  readonly sources: readonly FundSource[];
  readonly printedExecutionRates: readonly string[];
  readonly note: string | null;
}

export interface CaseBureau {
  readonly name: string;
  readonly level: string;
  readonly province: string;
  readonly city: string;
  readonly justiceOffices: number | null;
}

export interface CaseTemplate {
  /** Which printed form it is. */
  readonly variant: string;
  readonly columns: readonly string[];
  readonly executionInTotal: boolean | null;
  readonly level1Names: readonly string[];
  readonly executionWeight: number | null;
  /** Which level carries weight and score: cells merged over a 二级 group, or every 三级 row; null without a scored form. */
  readonly scoringLevel: '二级' | '三级' | null;
  /** Weights printed in the cells of 一级 names: `(50分)`. */
  readonly level1Weights: readonly { readonly level1: string; readonly weight: number; readonly printed: string }[];
  readonly groups: readonly {
    readonly id: string;
    readonly level1: string;
    readonly level2: string;
    readonly weight: number | null;
    readonly score: number | null;
    readonly rows: readonly string[];
  }[];
  readonly printedTotalWeight: number | null;
  readonly printedTotalScore: number | null;
  readonly printedGrade: string | null;
}

export const rowKinds = ['event', 'budget', 'survey', 'establishment', 'manual', 'qualitative'] as const;
export const matches = ['equals', 'within-bound', 'approximate', 'meets-target', 'unprinted', 'contradicts'] as const;
export type Match = (typeof matches)[number];

/** One printed figure, in reading order. */
export interface CaseRow {
  readonly id: string;
  readonly section: string;
  readonly level1: string | null;
  readonly level2: string | null;
  /** The number before the name, as printed: `1、`. */
  readonly printedNo?: string;
  readonly level3: string;
  readonly description?: string | null;
  /** 指标值确定依据. */
  readonly basis?: string;
  readonly printedTarget: string | null;
  readonly target: { readonly operator: Operator | null; readonly number: number; readonly unit: string } | null;
  readonly printedActual: string | null;
  readonly actual: { readonly number: number; readonly unit: string; readonly approximate?: 'above' | 'below' } | null;
  readonly actualBound?: { readonly operator: Operator; readonly number: number; readonly unit: string };
  /** All cells of a row with several figures, by printed heading. */
  readonly columns?: Readonly<Record<string, number | null>>;
  readonly weight?: number | null;
  readonly score?: number | null;
  /** The group of the form that carries weight and score; set on rows of a scored form only. */
  readonly group?: string;
  readonly kind: (typeof rowKinds)[number];
  readonly indicator: readonly string[] | null;
  /** Which reading of the indicator, where several are in use. */
  readonly variant?: string | null;
  /** The operator a scorer may use where the target prints none. */
  readonly scoredAs?: Operator | null;
  readonly unitOfCount: string | null;
  readonly asOf?: LocalDate;
  readonly derivations: readonly Derivation[];
  readonly findings?: readonly string[];
}

export interface Derivation {
  readonly indicator?: string;
  readonly expression: string;
  readonly result: number;
  readonly match: Match;
}

/** The business counts behind the printed figures, by section; besides them the window, variants and constraints. */
export interface CaseActivity {
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  readonly variants?: readonly CaseVariant[];
  readonly constraints?: readonly string[];
  readonly [section: string]: unknown;
}

export interface CaseVariant {
  readonly id: string;
  /** New values by path: `activity.<section>.<leaf>`. */
  readonly set: Readonly<Record<string, number>>;
  readonly gives: readonly { readonly expression: string; readonly result: number }[];
}

export interface ExpectedFinding {
  readonly id: string;
  readonly code: string;
  readonly severity: 'block' | 'warn';
  readonly scope: 'internal' | 'cross-document';
  readonly detection: 'rule' | 'reading';
  readonly places: readonly { readonly document?: string; readonly row?: string; readonly path?: string }[];
  readonly explanation: { readonly en: string; readonly zh: string };
}

export interface ExpectedComputed {
  readonly id: string;
  readonly expression: string;
  readonly computed: number;
  readonly decimals: number;
  readonly basis: 'printed-only' | 'with-assumption' | 'alternative-rule';
}

export interface CaseIdentity {
  readonly id: string;
  readonly left: string;
  readonly right: string;
  readonly value: number;
}

/** The day at whose end the figures of a case are counted. */
export const countedAt = ({ period }: CaseFile): LocalDate => period.asOf ?? period.to;

const NOT_SECTIONS = new Set(['window', 'variants', 'constraints', 'note']);

type Leaves = Readonly<Record<string, number>>;

/** The counts of a case, by section and name: its activity, its money (`lines.<id>.executed`), its posts and staff. */
export const leavesOf = (file: CaseFile): ReadonlyMap<string, Leaves> =>
  new Map([
    ...Object.entries(file.activity)
      .filter(([section]) => !NOT_SECTIONS.has(section))
      .map(([section, leaves]) => [section, valuesOf(leaves)] as const),
    ['funds', fundLeaves(file.funds)] as const,
    ...Object.entries(file.establishment).flatMap(([group, leaves]) =>
      typeof leaves === 'object' && leaves !== null ? [[`establishment.${group}`, valuesOf(leaves)] as const] : [],
    ),
  ]);

const valuesOf = (leaves: unknown): Leaves =>
  Object.fromEntries(
    Object.entries(leaves as Record<string, { value: number | null }>).flatMap(([name, { value }]) =>
      value === null ? [] : [[name, value]],
    ),
  );

const fundLeaves = ({ total, lines, sources }: CaseFunds): Leaves => {
  const columns = (prefix: string, figures: FundColumns) =>
    fundColumns.map((column) => [`${prefix}.${column}`, figures[column]] as const);
  const found: readonly (readonly [string, number | null])[] = [
    ...columns('total', total),
    ...lines.flatMap((line) => columns(`lines.${line.id}`, line)),
    // A source that several lines name is the total's to print.
    ...[...lines.flatMap((line) => line.sources), ...sources].map(
      ({ id, amount }) => [`sources.${id}`, amount] as const,
    ),
  ];
  return Object.fromEntries(found.filter((entry): entry is readonly [string, number] => entry[1] !== null));
};

/**
 * The counts of several reports of one bureau and year: their union.
 * @throws RangeError when two reports count the same thing differently
 */
export const leavesOfAll = (files: readonly CaseFile[]): ReadonlyMap<string, Leaves> => {
  const all = new Map<string, Record<string, number>>();
  for (const file of files)
    for (const [section, leaves] of leavesOf(file)) {
      const known = all.get(section) ?? {};
      // The money is each report's own: it names what it speaks of.
      if (section !== 'funds')
        for (const [leaf, value] of Object.entries(leaves))
          if (known[leaf] !== undefined && known[leaf] !== value)
            throw new RangeError(`${section}.${leaf} is ${known[leaf]} in one report and ${value} in ${file.caseId}`);
      all.set(section, { ...known, ...leaves });
    }
  return all;
};

/**
 * A case with one of its variants put over the activity.
 * @throws RangeError for a variant the case does not have
 */
export const withVariant = (file: CaseFile, id: string): CaseFile => {
  const variant = file.activity.variants?.find((item) => item.id === id);
  if (variant === undefined) throw new RangeError(`case ${file.caseId} has no variant ${id}`);
  const activity = structuredClone(file.activity) as Record<string, Record<string, { value: number }>>;
  for (const [path, value] of Object.entries(variant.set)) {
    const [, section, leaf] = path.split('.') as [string, string, string];
    const known = activity[section]?.[leaf];
    if (known === undefined) throw new RangeError(`variant ${id} of case ${file.caseId} names an unknown leaf ${path}`);
    known.value = value;
  }
  return { ...file, activity: activity as unknown as CaseActivity };
};
