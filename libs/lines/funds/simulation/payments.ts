import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { workday } from '#application/simulated-year.js';
import { inForce } from '#kernel/dated.js';
import { type LocalDate, addDays, latest } from '#kernel/dates.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { settings } from '../settings.js';
import { type CountedLine, type Tag, bySource, duePerCheckpoint } from './budget-line.js';
import { centsOf, yuanOf } from './cents.js';
import { order } from './orders.js';

type Payment = DataOfEvent<'funds.PaymentMade'>;
type Mark = Omit<Tag, 'line' | 'amount'>;

/** A stretch of what a line spends in a year, from the first 分 to the last. */
interface Stretch<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

/** Lays amounts end to end. */
const endToEnd = <Value>(
  items: readonly { readonly cents: number; readonly value: Value }[],
): readonly Stretch<Value>[] => {
  let from = 0;
  return items.flatMap(({ cents, value }) => {
    const stretch = { from, to: from + cents, value };
    from = stretch.to;
    return cents > 0 ? [stretch] : [];
  });
};

const at = <Value>(stretches: readonly Stretch<Value>[], cents: number): Value =>
  (stretches.find(({ from, to }) => from <= cents && cents < to) as Stretch<Value>).value;

/** @throws RangeError where more is marked than was spent */
const marksOf = ({ code, executed = 0 }: CountedLine, tags: readonly Tag[], { random }: SimulationTools) => {
  const marked = tags
    .filter(({ line }) => line === code)
    .map(({ line: _line, amount, ...mark }) => ({ cents: centsOf(`tag of ${code}`, amount), value: mark as Mark }));
  const rest = executed - marked.reduce((sum, { cents }) => sum + cents, 0);
  if (rest < 0) throw new RangeError(`${code}.executed is less than the amounts tagged on it`);
  return endToEnd(random.shuffle([...marked, { cents: rest, value: {} }]));
};

const usualCount = ({ class: of, executed = 0 }: CountedLine): number => {
  if (of === 'basic-personnel') return 12;
  return Math.min(24, Math.max(2, Math.round(executed / 3_000_000)));
};

/** Where one payment ends and the next begins: wherever source or mark changes, and between, until there are enough. */
const cut = (line: CountedLine, bounds: readonly number[], { random }: SimulationTools): readonly number[] => {
  const { code, executed = 0, payments } = line;
  const cuts = [...new Set([0, executed, ...bounds])].sort((a, b) => a - b);
  const wanted = payments ?? Math.max(usualCount(line), cuts.length - 1);
  if (cuts.length - 1 > wanted || wanted > executed)
    throw new RangeError(`${code}: ${cuts.length - 1} payments at least, and no more than 分 spent; not ${wanted}`);
  while (cuts.length - 1 < wanted) {
    const sizes = cuts.slice(1).map((end, index) => end - (cuts[index] ?? 0));
    const widest = sizes.indexOf(Math.max(...sizes));
    const [from, size] = [cuts[widest] ?? 0, sizes[widest] ?? 0];
    const inside = Math.floor((size * random.between(35, 65)) / 100);
    const round = inside > 10_000 ? inside - (inside % 100) : inside;
    cuts.splice(widest + 1, 0, from + Math.min(size - 1, Math.max(1, round)));
  }
  return cuts;
};

/** Most money goes out late in the year. */
const USUAL = [22, 46, 80, 100];
const ends = (year: number): readonly LocalDate[] => [
  `${year}-03-31`,
  `${year}-06-30`,
  `${year}-10-31`,
  `${year}-12-28`,
];

/** A day for each payment, in order: no later than the checkpoint it is needed for. */
const daysFor = (
  starts: readonly number[],
  line: CountedLine,
  year: number,
  first: LocalDate,
  tools: SimulationTools,
): readonly LocalDate[] => {
  const due = duePerCheckpoint(line, USUAL);
  const phases = starts.map((start) => due.findIndex((cents) => cents > start));
  return ends(year).flatMap((end, phase) => {
    const from = phase === 0 ? first : addDays(ends(year)[phase - 1] as LocalDate, 1);
    const count = phases.filter((item) => item === phase).length;
    return Array.from({ length: count }, () => workday(tools, from, end)).sort();
  });
};

const signed = (paidOn: LocalDate, since: LocalDate): Payment['approvals'] => {
  const chain = inForce(settings.paymentChain.default, paidOn);
  return chain.map((role, step) => ({
    role,
    opinion: 'pass',
    signedOn: latest(since, addDays(paidOn, step + 1 - chain.length)) ?? paidOn,
  }));
};

const economicClassOf = ({ class: of }: CountedLine, { procurement }: Mark): Payment['economicClass'] => {
  if (of === 'basic-personnel') return 'wages-and-welfare';
  return procurement === true ? 'capital' : 'goods-and-services';
};

/** What a line's payments are written from. */
export interface Spending {
  readonly line: CountedLine;
  readonly tags: readonly Tag[];
  readonly fiscalYear: number;
  readonly approvedOn: LocalDate;
  readonly voucherNo: () => string;
}

export interface SimulatedPayment {
  readonly cents: number;
  readonly paidOn: LocalDate;
  readonly command: SimulatedCommand;
}

/**
 * Payments of a line in order of their days: exactly what it executed, by source and mark, with the plan kept at every
 * checkpoint as far as the money reaches.
 * @throws RangeError for more payments on time than payments
 */
export const paymentsOf = (spending: Spending, tools: SimulationTools): readonly SimulatedPayment[] => {
  const { line, tags, fiscalYear, approvedOn, voucherNo } = spending;
  const { code, executed = 0 } = line;
  const marks = marksOf(line, tags, tools);
  if (executed === 0) return [];
  const sources = endToEnd(bySource(line, executed).map(({ cents, sourceCode }) => ({ cents, value: sourceCode })));
  const cuts = cut(
    line,
    [...marks, ...sources].map(({ to }) => to),
    tools,
  );
  const starts = cuts.slice(0, -1);
  const days = daysFor(starts, line, fiscalYear, addDays(approvedOn, 3), tools);
  const late = starts.length - (line.paymentsOnTime ?? starts.length);
  if (late < 0) throw new RangeError(`${code}: ${line.paymentsOnTime} of ${starts.length} payments on time`);
  const tardy = new Set(tools.random.shuffle(starts).slice(0, late));
  return starts.map((start, index) => {
    const cents = (cuts[index + 1] ?? 0) - start;
    const paidOn = days[index] as LocalDate;
    const mark = at(marks, start);
    const command = order(
      'funds.PaymentMade',
      { streamId: tools.id('project', String(fiscalYear), code), office: tools.bureau },
      {
        paidOn,
        paymentId: tools.id('payment', String(fiscalYear), code, String(index)),
        amount: yuanOf(cents),
        dueOn: addDays(paidOn, tardy.has(start) ? -tools.random.between(1, 12) : tools.random.between(0, 12)),
        sourceCode: at(sources, start),
        economicClass: economicClassOf(line, mark),
        approvals: signed(paidOn, approvedOn),
        voucherNo: voucherNo(),
        ...mark,
      },
    );
    return { cents, paidOn, command };
  });
};
