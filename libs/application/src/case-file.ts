import type { LocalDate } from './kernel.js';

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
  readonly establishment: { readonly [group: string]: unknown };
  readonly rows: readonly CaseRow[];
  readonly activity: CaseActivity;
  readonly expectedFindings: readonly ExpectedFinding[];
  readonly expectedComputed: readonly ExpectedComputed[];
  readonly identities: readonly CaseIdentity[];
}

export interface CaseBureau {
  readonly name: string;
  readonly level: string;
  readonly province: string;
  readonly city: string;
  readonly justiceOffices: number | null;
}

export interface CaseTemplate {
  readonly columns: readonly string[];
  readonly executionInTotal: boolean | null;
  readonly groups: readonly { readonly id: string; readonly level2: string; readonly rows: readonly string[] }[];
  readonly printedTotalScore: number | null;
  readonly printedGrade: string | null;
}

export const rowKinds = ['event', 'budget', 'survey', 'establishment', 'manual', 'qualitative'] as const;
export const matches = ['equals', 'within-bound', 'approximate', 'meets-target', 'unprinted', 'contradicts'] as const;
export type Match = (typeof matches)[number];
export type Operator = '≥' | '≤' | '=' | '>' | '<';

/** One printed figure, in reading order. */
export interface CaseRow {
  readonly id: string;
  readonly section: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level3: string;
  readonly printedTarget: string | null;
  readonly target: { readonly operator: Operator | null; readonly number: number; readonly unit: string } | null;
  readonly printedActual: string | null;
  readonly actual: { readonly number: number; readonly unit: string; readonly approximate?: 'above' | 'below' } | null;
  readonly actualBound?: { readonly operator: Operator; readonly number: number; readonly unit: string };
  /** The group of the form that carries weight and score; set on rows of a scored form only. */
  readonly group?: string;
  readonly kind: (typeof rowKinds)[number];
  readonly indicator: readonly string[] | null;
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

/** The activity leaves of a case, by section and name. */
export const leavesOf = (file: CaseFile): ReadonlyMap<string, Readonly<Record<string, number>>> =>
  new Map(
    Object.entries(file.activity)
      .filter(([section]) => !NOT_SECTIONS.has(section))
      .map(([section, leaves]) => [
        section,
        Object.fromEntries(
          Object.entries(leaves as Record<string, { value: number }>).map(([name, { value }]) => [name, value]),
        ),
      ]),
  );

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
