import type { CaseFile } from './case-file.js';
import type { Narrowing } from './indicator.js';
import type { Command, LocalDate, OfficeCode, Uuid } from './kernel.js';

/** A leaf of a case file's `activity`: `corrections.received` 227 人. */
export interface ActivityLeaf {
  readonly value: number;
  readonly unit: string;
  readonly event?: string;
  readonly assumed: boolean;
}

/**
 * The figure a leaf is: an indicator over the case's period, or what the meaning says otherwise. In `where`, `*` and
 * `**` stand for what the first and second `*` of the leaf's pattern stood for, and `@fund` for the name of the money the report speaks of. Null: the leaf
 * only steers the simulation.
 */
export type LeafMeaning = string | LeafFigureMeaning | { readonly sumOf: readonly LeafFigureMeaning[] } | null;

export interface LeafFigureMeaning {
  readonly indicator: string;
  /** As it stood the day before the period, at the end of the year the leaf's name ends with, or over the fiscal year. */
  readonly at?: 'opening' | 'year-end' | 'fiscal-year' | 'prior-year';
  /** Values of splits the indicator is narrowed to. */
  readonly where?: Narrowing;
  /** The leaf counts in units of so many: 10,000 where money is in 万元. */
  readonly per?: number;
}

/** What a simulation may use: the bureau, its offices, seeded randomness, and people from the registry. */
export interface SimulationTools {
  readonly bureau: string;
  readonly offices: readonly OfficeCode[];
  /** Window that bounds every business date of a flow. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** First day of the fiscal year reported on. */
  readonly yearStart: LocalDate;
  /** The reports of the bureau and year that are played together, for what no leaf says: names, parents, plans. */
  readonly files: readonly CaseFile[];
  readonly random: SeededRandom;
  /**
   * Registers a believable person and gives the reference; the same `key` always gives the same person. `age` in years on
   * the first day of the window. Ask for many at once: they are registered together.
   */
  person(key: string, attributes?: { sex?: 'male' | 'female'; age?: number }): Promise<Uuid>;
  /** A stream id that depends on the case file and the key alone. */
  id(...key: readonly string[]): Uuid;
}

export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** A date between the two, both included. */
  date(from: LocalDate, to: LocalDate): LocalDate;
  shuffle<Value>(values: readonly Value[]): Value[];
}

/** A command as a simulation writes it; the platform adds ids, principal and source. */
export type SimulatedCommand = Pick<Command, 'type' | 'streamId' | 'data' | 'office' | 'evidence' | 'approvedBy'> & {
  /** Business date, so that a year can be played in order. */
  readonly on: LocalDate;
  /** Who records it, where a step takes another person than the one before. */
  readonly by?: string;
};

/** How a line takes part in case files: which leaves it knows, which indicator a leaf belongs to, how to play them. */
export interface CaseBinding {
  /** Key under `activity`, or a part of the file beside it: `corrections`, `funds`, `establishment.posts`. */
  readonly section: string;
  /**
   * What each leaf means, by its name or a pattern, whose `*` stands for anything without a dot
   * (`registerAtEndOf*`, `lines.*.executed`); the first that fits is taken.
   */
  readonly leaves: Readonly<Record<string, LeafMeaning>>;
  /** Commands that make the leaves come true, in any order. A leaf that is absent counts as 0. */
  simulate(
    leaves: Readonly<Record<string, number>>,
    tools: SimulationTools,
  ): readonly SimulatedCommand[] | Promise<readonly SimulatedCommand[]>;
}
