import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { documentNumbers, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import { type BudgetYear, type CountedLine, bySource, leafLines, targetOf } from './budget-line.js';
import { centsOf, spread, yuanOf } from './cents.js';
import { order } from './orders.js';
import { type SimulatedPayment, paymentsOf } from './payments.js';

type Tools = SimulationTools;

interface Scene {
  readonly year: BudgetYear;
  readonly tools: Tools;
  readonly docNo: (series: string) => string;
}

const to = (line: CountedLine, { year, tools }: Scene) => ({
  streamId: tools.id('project', String(year.fiscalYear), line.code),
  office: tools.bureau,
});

/** A line without initial budget is opened when money for it comes, during the year. */
const approval = (line: CountedLine, approvedOn: LocalDate, scene: Scene): SimulatedCommand => {
  const { code, name, fund, parent, class: of, level, businessLine, initial = 0 } = line;
  const amounts = bySource(line, initial > 0 ? initial : targetOf(line)).filter(({ cents }) => cents > 0);
  return order('funds.BudgetApproved', to(line, scene), {
    approvedOn,
    projectCode: code,
    fiscalYear: scene.year.fiscalYear,
    projectName: name,
    fund,
    class: of,
    ...(parent != null && { parent }),
    ...(level !== undefined && { level }),
    ...(businessLine !== undefined && { businessLine }),
    ...(initial === 0 && { inYear: true }),
    sources: amounts.map(({ sourceCode, cents }) => ({ sourceCode, amount: yuanOf(cents) })),
    docNo: scene.docNo('财预'),
  });
};

const plans = (line: CountedLine, approvedOn: LocalDate, scene: Scene): readonly SimulatedCommand[] => {
  if (line.plan == null) return [];
  const [march, june, october, december] = line.plan.map(String) as [string, string, string, string];
  const percents = {
    percentByMarch: march,
    percentByJune: june,
    percentByOctober: october,
    percentByDecember: december,
  };
  const setOn = workday(scene.tools, approvedOn, addDays(approvedOn, 5));
  return [order('funds.ExpenditurePlanSet', to(line, scene), { setOn, ...percents })];
};

/** Each source pays in two instalments, the larger one first. */
const receipts = (line: CountedLine, approvedOn: LocalDate, scene: Scene): readonly SimulatedCommand[] => {
  const { tools, year } = scene;
  const stretches = [
    [approvedOn, addDays(approvedOn, 20)],
    [`${year.fiscalYear}-06-01`, `${year.fiscalYear}-07-31`],
  ] as const;
  return bySource(line, line.received ?? 0).flatMap(({ sourceCode, cents }) =>
    spread(cents, [3, 2]).flatMap((part, at) => {
      const [from, until] = stretches[at] as (typeof stretches)[number];
      if (part === 0) return [];
      const receivedOn = workday(tools, from, until);
      return [order('funds.FundsReceived', to(line, scene), { receivedOn, sourceCode, amount: yuanOf(part) })];
    }),
  );
};

/** The day by which money that will not be spent must be gone: the first checkpoint that would ask for more than was spent. */
const reducedBy = ({ initial = 0, executed = 0, plan }: CountedLine): string => {
  const asked = (plan ?? []).findIndex((percent) => initial * percent > executed * 100);
  return ['03-31', '06-30', '10-31'][asked] ?? '11-20';
};

/** Added before the first payment that needs it; taken away when it is plain what will not be spent. */
const adjustedOn = (
  payments: readonly SimulatedPayment[],
  approvedOn: LocalDate,
  line: CountedLine,
  { tools, year }: Scene,
): LocalDate => {
  const { initial = 0 } = line;
  const spentAfter = (at: number): number => payments.slice(0, at + 1).reduce((sum, { cents }) => sum + cents, 0);
  const beyond = payments.find((_payment, at) => spentAfter(at) > initial)?.paidOn;
  const last = beyond ?? `${year.fiscalYear}-${reducedBy(line)}`;
  return workday(tools, latest(approvedOn, addDays(last, -20)) ?? last, last);
};

const adjustments = (
  payments: readonly SimulatedPayment[],
  approvedOn: LocalDate,
  line: CountedLine,
  scene: Scene,
): readonly SimulatedCommand[] => {
  const { initial = 0 } = line;
  const target = targetOf(line);
  if (initial === 0 || target === initial) return [];
  const on = adjustedOn(payments, approvedOn, line, scene);
  const before = bySource(line, initial);
  const docNo = scene.docNo('财预调');
  return bySource(line, target).flatMap(({ sourceCode, cents }, at) => {
    const delta = cents - (before[at]?.cents ?? 0);
    const reason = target > initial ? '年中追加' : '年中调减';
    if (delta === 0) return [];
    return [
      order('funds.BudgetAdjusted', to(line, scene), {
        adjustedOn: on,
        sourceCode,
        delta: yuanOf(delta),
        reason,
        docNo,
      }),
    ];
  });
};

/** @throws RangeError where what is tagged with an earmark is not what the earmark spent */
const spentElsewhere = ({ code, executed }: CountedLine, { year }: Scene): void => {
  const tagged = (year.tags ?? [])
    .filter(({ earmark }) => earmark?.projectCode === code)
    .reduce((sum, { amount }) => sum + centsOf(`tag of ${code}`, amount), 0);
  if (executed !== undefined && executed !== tagged)
    throw new RangeError(`${code}.executed is not what is tagged with it`);
};

const yearOf = (line: CountedLine, scene: Scene): readonly SimulatedCommand[] => {
  const { tools, year } = scene;
  const { initial = 0 } = line;
  const earmark = line.class === 'earmark';
  if (earmark) spentElsewhere(line, scene);
  const booked = earmark ? { ...line, executed: 0 } : line;
  if (initial === 0 && targetOf(booked) === 0) return [];
  const of = (monthAndDay: string): LocalDate => `${year.fiscalYear}-${monthAndDay}`;
  const approvedOn = initial > 0 ? workday(tools, of('01-03'), of('01-20')) : workday(tools, of('02-01'), of('03-10'));
  const voucherNo = () => scene.docNo('记字');
  const payments = paymentsOf(
    { line: booked, tags: year.tags ?? [], fiscalYear: year.fiscalYear, approvedOn, voucherNo },
    tools,
  );
  return [
    approval(booked, approvedOn, scene),
    ...plans(booked, approvedOn, scene),
    ...receipts(booked, approvedOn, scene),
    ...adjustments(payments, approvedOn, booked, scene),
    ...payments.map(({ command }) => command),
  ];
};

/**
 * A fiscal year of money as a report prints it: approved, adjusted where the payments need it, received, and paid along the
 * plan. Dates lie within the fiscal year.
 * @throws RangeError naming the figures that cannot all be so
 */
export const budgetYear = (year: BudgetYear, tools: SimulationTools): readonly SimulatedCommand[] => {
  const lines = leafLines(year.lines);
  const codes = new Set(lines.map(({ code }) => code));
  for (const { line } of year.tags ?? []) if (!codes.has(line)) throw new RangeError(`no line ${line} to tag`);
  const scene: Scene = { year, tools, docNo: documentNumbers(String(year.fiscalYear)) };
  return lines.flatMap((line) => yearOf(line, scene));
};
