import type { Narrowing } from './indicator.js';
import type { Posting, SumTerm } from './ports/ledger.js';

const parsed = new Map<string, Narrowing>();
const MOST = 10_000;

/** The values of a posting's splits; the same few texts come again and again, so they are remembered. */
export const splitsOf = (text: string): Narrowing => {
  let splits = parsed.get(text);
  if (splits === undefined) {
    splits = JSON.parse(text) as Narrowing;
    if (parsed.size >= MOST) parsed.clear();
    parsed.set(text, splits);
  }
  return splits;
};

/** Whether splits hold every value a term is narrowed to. */
export const isWithin = (where: Narrowing | undefined, splits: string): boolean => {
  for (const name in where) if (splitsOf(splits)[name] !== where[name]) return false;
  return true;
};

/** Whether the dates of a posting fall into a term. */
export const isDated = ({ mode, from, to }: SumTerm, { on, cohort }: Pick<Posting, 'on' | 'cohort'>): boolean => {
  if (on > to) return false;
  if (mode === 'flow' || mode === 'persons-flow') return from === undefined || from <= on;
  return mode !== 'cohort' || (cohort !== null && cohort <= to && (from === undefined || from <= cohort));
};
