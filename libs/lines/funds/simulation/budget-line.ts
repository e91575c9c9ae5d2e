import { exact } from '#kernel/money.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { centsOf, spread } from './cents.js';

type Approved = DataOfEvent<'funds.BudgetApproved'>;
type Payment = DataOfEvent<'funds.PaymentMade'>;

/** A line of the money a report prints. 元 as exact text; what is not printed is null or left out, and is not recorded. */
export interface BudgetLine {
  readonly code: string;
  readonly name: string;
  /** Name of the whole it belongs to: 部门整体支出. */
  readonly fund: string;
  /** Code of its heading; a line that is named as one records nothing, its figures are those of its lines. */
  readonly parent?: string | null;
  readonly class: Approved['class'];
  readonly level?: Approved['level'];
  readonly businessLine?: string;
  readonly initial?: string | null;
  readonly adjusted?: string | null;
  readonly received?: string | null;
  readonly executed?: string | null;
  /** Sources and what each gave: every figure of the line is shared among them in this proportion. */
  readonly sources?: readonly { readonly code: string; readonly amount: string }[];
  /** Cumulative per cent at the end of March, June, October and December. */
  readonly plan?: readonly [number, number, number, number] | null;
  /** How many payments; left out, as many as is usual. */
  readonly payments?: number;
  /** How many of them by their due date; left out, all. */
  readonly paymentsOnTime?: number;
}

/** A part of what a line spent that carries a mark: an earmark, a three-public kind, procurement, the case it pays for. */
export interface Tag extends Pick<Payment, 'earmark' | 'threePublic' | 'procurement' | 'businessLine' | 'businessRef'> {
  /** Code of the line it is booked on. */
  readonly line: string;
  readonly amount: string;
}

export interface BudgetYear {
  readonly fiscalYear: number;
  readonly lines: readonly BudgetLine[];
  readonly tags?: readonly Tag[];
}

const columns = ['initial', 'adjusted', 'received', 'executed'] as const;
type Column = (typeof columns)[number];

/** A line with its figures in 分; undefined where nothing is printed. */
export interface CountedLine extends Omit<BudgetLine, Column> {
  readonly initial?: number;
  readonly adjusted?: number;
  readonly received?: number;
  readonly executed?: number;
  /** What its sources gave, the single one of a line that names none among them. */
  readonly shares: readonly { readonly code: string; readonly weight: number }[];
}

const UNNAMED = 'fiscal';

const counted = (line: BudgetLine): CountedLine => {
  const { initial: _i, adjusted: _a, received: _r, executed: _e, ...rest } = line;
  const figures = columns.flatMap((column) => {
    const yuan = line[column];
    return yuan == null ? [] : [[column, centsOf(`${line.code}.${column}`, yuan)] as const];
  });
  const named = (line.sources ?? []).map(({ code, amount }) => ({
    code,
    weight: centsOf(`${line.code}.${code}`, amount),
  }));
  const shares = named.filter(({ weight }) => weight > 0);
  return {
    ...rest,
    ...Object.fromEntries(figures),
    shares: shares.length > 0 ? shares : [{ code: UNNAMED, weight: 1 }],
  };
};

/**
 * What the lines of a heading must be so that they add up to it: a figure only one of them lacks is the rest, and where the
 * heading spent all it had, each of its lines did.
 * @throws RangeError naming a heading that is not the sum of its lines
 */
const completed = (lines: readonly CountedLine[], heading: CountedLine): readonly CountedLine[] => {
  const spentAll = heading.adjusted !== undefined && heading.adjusted === heading.executed;
  const told = lines.map((line) =>
    spentAll && line.adjusted === undefined && line.executed !== undefined
      ? { ...line, adjusted: line.executed }
      : line,
  );
  return columns.reduce((known: readonly CountedLine[], column) => {
    const whole = heading[column];
    const missing = known.filter((line) => line[column] === undefined);
    const rest = (whole ?? 0) - known.reduce((sum, line) => sum + (line[column] ?? 0), 0);
    if (whole === undefined || rest === 0 || missing.length > 1) return known;
    if (missing.length === 0 || rest < 0) throw new RangeError(`${heading.code}.${column} is not the sum of its lines`);
    return known.map((line) => (line === missing[0] ? { ...line, [column]: rest } : line));
  }, told);
};

/** The lines that book money, or are views of it: all but headings. */
export const leafLines = (lines: readonly BudgetLine[]): readonly CountedLine[] => {
  const all = lines.map(counted);
  const below = (code: string) => all.filter(({ parent }) => parent === code);
  const headings = all.filter(({ code }) => below(code).length > 0);
  const filled = new Map(
    headings.flatMap((heading) => completed(below(heading.code), heading)).map((line) => [line.code, line]),
  );
  return all.filter((line) => !headings.includes(line)).map((line) => filled.get(line.code) ?? line);
};

/** The budget at the year's end: as printed, or what the payments need. */
export const targetOf = ({ code, initial = 0, adjusted, executed = 0 }: CountedLine): number => {
  const target = adjusted ?? Math.max(initial, executed);
  if (executed > target) throw new RangeError(`${code}.executed is more than ${code}.adjusted`);
  return target;
};

/** A figure of a line, by source. */
export const bySource = ({ shares }: CountedLine, cents: number) =>
  spread(
    cents,
    shares.map(({ weight }) => weight),
  ).flatMap((share, at) => {
    const sourceCode = shares[at]?.code;
    return sourceCode === undefined ? [] : [{ sourceCode, cents: share }];
  });

/** What must be spent by each checkpoint so that the plan is kept, as far as the money spent reaches. */
export const duePerCheckpoint = (line: CountedLine, usual: readonly number[]): readonly number[] => {
  const { executed = 0, initial = 0, plan } = line;
  const budget = plan == null ? executed : Math.max(initial, targetOf(line));
  return (plan ?? usual).map((percent) =>
    Math.min(executed, exact(budget).times(percent).dividedBy(100).ceil().toNumber()),
  );
};
