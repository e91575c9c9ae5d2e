import { type Exact, exact } from '#kernel/money.js';
import type { LocalDate } from '../kernel.js';
import { printedNumber } from '../documents/printed-number.js';
import { unitOf } from '../scoring/parse-figure.js';

/** A result of one year: as printed, exact, and what it was computed by. */
export interface ComparedFigure {
  readonly printed: string;
  /** Null where there is none, or it is no exact number. */
  readonly value: string | null;
  /** Absent where nobody said. */
  readonly unit?: string;
  readonly indicator?: string;
  /** Start of the definition in force. */
  readonly definition?: LocalDate;
  /** SHA-256 of all the definition rests on. */
  readonly fingerprint?: string;
}

/** Where last year's figure comes from: this log, sealed or as it was evaluated, else a file. */
export const formerSources = ['sealed', 'evaluated', 'imported'] as const;

export interface FormerFigure extends ComparedFigure {
  readonly from: (typeof formerSources)[number];
  /** The seal that holds it, and the position it was computed at: of an imported figure too, where this log has it. */
  readonly seal: { readonly hash: string; readonly position: number } | null;
  /** Of an imported figure: its cell, and whether that is a formula nobody worked out again. */
  readonly cell?: string;
  readonly cached?: boolean;
}

/** Whether both years were counted by one definition; null where neither is computed. */
export type DefinitionMark = 'same' | 'changed' | 'unknown' | null;

export interface ComparisonRow {
  readonly row: string;
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly now: ComparedFigure;
  readonly former: FormerFigure | null;
  /** This year's exact value less last year's, in the unit of this year; null where one is missing or counts something else. */
  readonly change: string | null;
  readonly definition: DefinitionMark;
  /** What the imported form prints, where the log says otherwise. */
  readonly contradicted?: string;
}

/** How many of the one unit make one of the other. */
const SCALES: Readonly<Record<string, number>> = { '元>万元': 10_000, '万元>元': 0.0001 };

/** A value in another unit; undefined where they count different things. */
const inUnit = (value: string, from: string, to: string): Exact | undefined => {
  const [own, wanted] = [unitOf(from), unitOf(to)];
  if (own === wanted) return exact(value);
  const scale = SCALES[`${own}>${wanted}`];
  return scale === undefined ? undefined : exact(value).dividedBy(scale);
};

const sameUnit = ({ unit: one }: ComparedFigure, { unit: other }: ComparedFigure): boolean =>
  one === undefined || other === undefined || inUnit('1', one, other) !== undefined;

/** @returns exact, in the unit of this year */
export const changeBetween = (now: ComparedFigure, former: ComparedFigure): string | null => {
  if (now.value === null || former.value === null || now.unit === undefined || former.unit === undefined) return null;
  const before = inUnit(former.value, former.unit, now.unit);
  return before === undefined ? null : exact(now.value).minus(before).toFixed();
};

/** A change at the finer of the printed decimals, with its sign; undefined where there is none. */
export const printedChange = (change: string | null, ...printed: readonly string[]): string | undefined => {
  if (change === null) return undefined;
  const decimals = Math.max(0, ...printed.map((text) => printedNumber(text)?.decimals ?? 0));
  const rounded = exact(change).toDecimalPlaces(decimals);
  if (rounded.isZero()) return '0';
  return `${rounded.isPositive() ? '+' : ''}${rounded.toFixed(decimals)}`;
};

/** Whether the definition is the same: by all it rests on where both are known, else by its start. Another unit is another. */
export const definitionMark = (now: ComparedFigure, former: ComparedFigure): DefinitionMark => {
  if (now.indicator === undefined) return former.indicator === undefined ? null : 'changed';
  if (former.indicator === undefined || now.definition === undefined || former.definition === undefined)
    return sameUnit(now, former) ? 'unknown' : 'changed';
  const alike =
    now.fingerprint === undefined || former.fingerprint === undefined
      ? now.definition === former.definition
      : now.fingerprint === former.fingerprint;
  return now.indicator === former.indicator && alike && sameUnit(now, former) ? 'same' : 'changed';
};

type Compared = Pick<ComparisonRow, 'row' | 'level1' | 'level2' | 'level3' | 'now'>;

/**
 * A row beside what it was the year before: what the log says, else what was imported. Where both speak and differ, the row says
 * what the other printed.
 */
export const compareRow = (
  compared: Compared,
  logged: FormerFigure | undefined,
  imported: FormerFigure | undefined,
): ComparisonRow => {
  const { now } = compared;
  const former = logged ?? imported ?? null;
  const differ = logged !== undefined && imported !== undefined && contradicts(logged, imported);
  return {
    ...compared,
    former,
    change: former === null ? null : changeBetween(now, former),
    definition: former === null ? null : definitionMark(now, former),
    ...(differ && { contradicted: imported.printed }),
  };
};

const contradicts = (logged: FormerFigure, imported: FormerFigure): boolean => {
  const change = changeBetween(logged, imported);
  const printed = printedNumber(imported.printed);
  if (change === null || printed === undefined) return logged.printed !== imported.printed;
  // What was typed is rounded to the decimals it shows.
  return exact(change).abs().greaterThanOrEqualTo(exact(10).pow(-printed.decimals));
};
