import { type CaseFile, type FundLine, type FundSource, leavesOf } from '#application/case-file.js';
import { exact } from '#kernel/money.js';
import { threePublic } from '../domain/enumerations.js';
import type { BudgetLine, Tag } from './budget-line.js';
import { yuanOf } from './cents.js';

/** What reports of one bureau and year say of its money, as lines to be played. */
export interface ReportMoney {
  readonly lines: readonly BudgetLine[];
  readonly tags: readonly Tag[];
  /** Contracted under government procurement, 元; undefined where nothing is printed. */
  readonly procurement?: { readonly amount: string; readonly project: string; readonly fund: string };
}

const yuan = (wan: number | null): string | null => (wan === null ? null : exact(wan).times(10_000).toFixed(2));
const codeOf = (leaf: string): string =>
  leaf.replace(/^[A-Z]/, (first) => first.toLowerCase()).replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** Field of work a line of money is for, by the words of its name. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/社区矫正|矫正/, 'corrections'],
  [/安置帮教/, 'aftercare'],
  [/法律援助|法援/, 'legal-aid'],
  [/调解/, 'mediation'],
  [/普法|法治宣传/, 'publicity'],
  [/复议/, 'reconsideration'],
  [/培训/, 'training'],
];
const businessOf = (name: string): { readonly businessLine?: string } => {
  const found = WORDS.find(([words]) => words.test(name));
  return found === undefined ? {} : { businessLine: found[1] };
};

const CLASSES: Readonly<Record<string, BudgetLine['class']>> = {
  'basic-personnel': 'basic-personnel',
  'basic-operating': 'basic-operating',
};
const VIEWS = ['three-public', 'procurement'];

/** Money that is a part of every payment it names, whatever line it is booked on. */
interface Earmark {
  readonly code: string;
  /** Line → 元; `elsewhere` where the reports do not say. */
  readonly booked: readonly (readonly [line: string | undefined, amount: number])[];
}

const earmarksIn = (payments: Readonly<Record<string, number>>): readonly Earmark[] => {
  const found = new Map<string, [string | undefined, number][]>();
  for (const [leaf, amount] of Object.entries(payments)) {
    const [, name, as, elsewhere] = /^(\w+?)Classed(?:As(\w+)|(Elsewhere))$/.exec(leaf) ?? [];
    if (name === undefined || (as === undefined && elsewhere === undefined)) continue;
    const booked = found.get(codeOf(name)) ?? [];
    found.set(codeOf(name), [...booked, [as === undefined ? undefined : codeOf(as), amount]]);
  }
  return [...found].map(([code, booked]) => ({ code, booked }));
};

/** Overrides of a line by payments named after it: `heatingPaid`, `heatingReceived`, `heatingPayments`. */
const paidOn = (code: string, payments: Readonly<Record<string, number>>): Partial<BudgetLine> => {
  const leaf = (suffix: string): number | undefined =>
    Object.entries(payments).find(
      ([name]) => name.endsWith(suffix) && codeOf(name.slice(0, -suffix.length)) === code,
    )?.[1];
  const [paid, received, count, onTime] = ['Paid', 'Received', 'Payments', 'PaymentsOnTime'].map(leaf);
  return {
    ...(paid !== undefined && { executed: yuanOf(paid * 100) }),
    ...(received !== undefined && { received: yuanOf(received * 100) }),
    ...(count !== undefined && { payments: count }),
    ...(onTime !== undefined && { paymentsOnTime: onTime }),
  };
};

const planOf = ({ spendingPlan }: FundLine): BudgetLine['plan'] => {
  const [march, june, october, december] = (spendingPlan ?? []).map(({ cumulativePercent }) => cumulativePercent);
  if (march === undefined || june === undefined || october === undefined || december === undefined) return null;
  return [march, june, october, december];
};

const sourcesOf = (sources: readonly FundSource[]) =>
  sources.flatMap(({ id, amount }) =>
    amount === null || amount === 0 ? [] : [{ code: id, amount: yuan(amount) ?? '' }],
  );

/** The lines a report prints, without those that are views of the same money. */
const ownLines = ({ funds }: CaseFile, payments: Readonly<Record<string, number>>): readonly BudgetLine[] => {
  const headings = new Set(funds.lines.map(({ parent }) => parent));
  const allIn = funds.total.received !== null && funds.total.received === funds.total.executed;
  return funds.lines
    .filter((line) => !VIEWS.includes(line.class))
    .map((line) => {
      const received = line.received ?? (allIn && !headings.has(line.id) ? line.executed : null);
      return {
        code: line.id,
        name: line.name,
        fund: funds.name,
        parent: line.parent,
        class: CLASSES[line.class] ?? 'project',
        ...businessOf(line.name),
        initial: yuan(line.initialBudget),
        adjusted: yuan(line.adjustedBudget),
        received: yuan(received),
        executed: yuan(line.executed),
        sources: sourcesOf(line.sources),
        plan: planOf(line),
        ...paidOn(line.id, payments),
      };
    });
};

/** Where only the total names its sources, the largest line takes all but the first, and every other line the first. */
const withSources = (lines: readonly BudgetLine[], { funds }: CaseFile): readonly BudgetLine[] => {
  const [main, ...others] = sourcesOf(funds.sources);
  if (main === undefined || lines.some(({ sources }) => (sources ?? []).length > 0)) return lines;
  const headings = new Set(lines.map(({ parent }) => parent));
  const largest = lines
    .filter(({ code }) => !headings.has(code))
    .reduce((a, b) => (Number(b.received ?? 0) > Number(a.received ?? 0) ? b : a));
  const rest = others.reduce((left, { amount }) => left.minus(amount), exact(largest.received ?? 0));
  return lines.map((line) => ({
    ...line,
    sources:
      line === largest ? [{ code: main.code, amount: rest.toFixed(2) }, ...others] : [{ code: main.code, amount: '1' }],
  }));
};

const withLevels = (
  lines: readonly BudgetLine[],
  projects: Readonly<Record<string, number>>,
): readonly BudgetLine[] => {
  const names = { level1: 'level-1', level2: 'level-2', other: 'other' } as const;
  const levels = Object.entries(names).flatMap(([leaf, level]) =>
    Array.from({ length: projects[leaf] ?? 0 }, () => level),
  );
  if (levels.length > lines.length) throw new RangeError(`projects: ${levels.length} of ${lines.length} lines`);
  return lines.map((line, at) => (levels[at] === undefined ? line : { ...line, level: levels[at] }));
};

const THREE_PUBLIC = '三公经费';

/** Three-public lines are views: marks on what other lines spent, with budgets of their own. */
const threePublicOf = ({ funds }: CaseFile, bookedOn: string): Pick<ReportMoney, 'lines' | 'tags'> => {
  const views = funds.lines.filter(
    (line) => line.class === 'three-public' && (line.executed ?? line.initialBudget) !== null,
  );
  return {
    lines: views.map(({ id, name, initialBudget, adjustedBudget, executed }) => ({
      code: id,
      name,
      fund: THREE_PUBLIC,
      class: 'earmark',
      initial: yuan(initialBudget),
      adjusted: yuan(adjustedBudget ?? initialBudget),
      executed: yuan(executed),
    })),
    tags: views.flatMap(({ id, executed }): readonly Tag[] => {
      const kind = threePublic.values.find((value) => value === id);
      if (executed === null || executed === 0) return [];
      const earmark = { projectCode: id, fund: THREE_PUBLIC };
      return [
        { line: bookedOn, amount: yuan(executed) ?? '', earmark, ...(kind === undefined ? {} : { threePublic: kind }) },
      ];
    }),
  };
};

const leafOf = (lines: readonly BudgetLine[]): readonly BudgetLine[] => {
  const headings = new Set(lines.map(({ parent }) => parent));
  return lines.filter(({ code }) => !headings.has(code));
};

const ELSEWHERE = 'other-lines';

/**
 * Reads the money of all reports together. A line whose payments the reports class under other lines is an earmark: what it
 * spent is booked there, and counted once.
 * @throws RangeError where the figures cannot all be so
 */
export const moneyOf = (files: readonly CaseFile[]): ReportMoney => {
  const payments = Object.assign({}, ...files.map((file) => leavesOf(file).get('payments') ?? {})) as Record<
    string,
    number
  >;
  const projects = Object.assign({}, ...files.map((file) => leavesOf(file).get('projects') ?? {})) as Record<
    string,
    number
  >;
  const all = files.flatMap((file) => withSources(ownLines(file, payments), file));
  const earmarks = earmarksIn(payments);
  const marked = new Set(earmarks.map(({ code }) => code));
  const plain = withLevels(
    all.filter(({ code }) => !marked.has(code)),
    projects,
  );
  const made: BudgetLine[] = [];
  const tags: Tag[] = [];
  const bookable = (code: string | undefined, amount: number): string => {
    const known = leafOf(plain).find((line) => line.code === code);
    const able = known ?? largestFree(leafOf(plain), tags, amount, code);
    if (able !== undefined) return able.code;
    const name = code ?? ELSEWHERE;
    made.push({ code: name, name, fund: '其他支出', class: 'project', executed: yuanOf(amount * 100) });
    return name;
  };
  const earmarked = earmarks.map(({ code, booked }): BudgetLine => {
    const printed = all.find((line) => line.code === code);
    const fund = printed?.fund ?? code;
    const total = booked.reduce((sum, [, amount]) => sum + amount, 0);
    if (payments[camel(code)] !== undefined && payments[camel(code)] !== total)
      throw new RangeError(`payments.${camel(code)} is not the sum of what is classed`);
    for (const [line, amount] of booked)
      tags.push({ line: bookable(line, amount), amount: yuanOf(amount * 100), earmark: { projectCode: code, fund } });
    const spent = yuanOf(total * 100);
    const plainLine: BudgetLine = {
      code,
      name: code,
      fund,
      class: 'earmark',
      initial: spent,
      adjusted: spent,
      executed: spent,
    };
    return printed === undefined ? plainLine : { ...printed, class: 'earmark', parent: null, executed: spent };
  });
  const views = files.map((file) => threePublicOf(file, operatingLine(plain)));
  const lines = [...plain, ...made, ...earmarked, ...views.flatMap((view) => view.lines)];
  const contracted = files.flatMap(({ funds }) => funds.lines).find((line) => line.class === 'procurement')?.executed;
  const project = leafOf(plain).find((line) => line.class === 'project');
  return {
    lines,
    tags: [...tags, ...views.flatMap((view) => view.tags)],
    ...(contracted == null || project === undefined
      ? {}
      : { procurement: { amount: yuan(contracted) ?? '', project: project.code, fund: project.fund } }),
  };
};

const camel = (code: string): string => code.replaceAll(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

const operatingLine = (lines: readonly BudgetLine[]): string =>
  (leafOf(lines).find((line) => line.class === 'basic-operating') ?? leafOf(lines)[0])?.code ?? '';

/** The project line with most money left that nothing marks yet; undefined for a line that was named, or where none has enough. */
const largestFree = (
  lines: readonly BudgetLine[],
  tags: readonly Tag[],
  amount: number,
  named: string | undefined,
): BudgetLine | undefined => {
  if (named !== undefined) return undefined;
  const free = (line: BudgetLine): number =>
    Number(line.executed ?? 0) -
    tags.filter((tag) => tag.line === line.code).reduce((sum, tag) => sum + Number(tag.amount), 0);
  const [best] = lines.filter((line) => line.class === 'project').sort((a, b) => free(b) - free(a));
  return best !== undefined && free(best) >= amount ? best : undefined;
};
