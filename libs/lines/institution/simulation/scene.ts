import type { SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, documentNumbers, ordersOf, workday } from '#application/simulated-year.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { type InstitutionEvent, events } from '../domain/events/index.js';

export const order = ordersOf<InstitutionEvent>(events);

/** Who approves where a second person has to. */
export const DEPUTY = '分管领导';

export const yearOf = ({ yearStart }: SimulationTools): string => yearStart.slice(0, 4);

/** `0, 1, …`, as many as a leaf counts. */
export const times = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** The next of a list, over and over. */
export const inTurn = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

export const numbers = (tools: SimulationTools) => documentNumbers(yearOf(tools));

/**
 * A working day that leaves room in the window after the first days of it and before its last ones.
 * @throws RangeError when the window is too short
 */
export const dayWithin = (tools: SimulationTools, before: number, after: number): LocalDate => {
  const [first, last] = [addDays(tools.from, before), addDays(tools.to, -after)];
  if (first > last) throw new RangeError(`the window from ${tools.from} to ${tools.to} is too short`);
  return workday(tools, first, last);
};

/**
 * The whole of some parts: as counted, or the sum of the parts.
 * @throws RangeError when all parts are counted and do not add up, or are more than the whole
 */
export const wholeOf = (counts: LeafCounts, whole: string, ...parts: readonly string[]): number => {
  const total = parts.reduce((sum, name) => sum + counts.of(name), 0);
  if (!counts.has(whole)) return total;
  const rest = counts.rest(whole, ...parts);
  if (rest > 0 && parts.every((name) => counts.has(name)))
    throw new RangeError(`${parts.join(' + ')} is less than ${whole} (${counts.of(whole)})`);
  return counts.of(whole);
};
