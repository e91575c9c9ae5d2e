import type { BalanceChange, DutyRow, FoldedStream, Posting, RegisterRow } from '#application/ports/ledger.js';
import { monthOf } from '#kernel/dates.js';
import type { MeasureNumbers } from './measures.js';
import { storedFacts } from './stored-facts.js';

/** The accounts of postings, once each. */
export const accountRows = (numbers: MeasureNumbers, postings: readonly Posting[]): readonly object[] => {
  const rows = new Map<string, object>();
  for (const posting of postings) {
    const { bureau, office, splits } = posting;
    const measure = numbers.of(posting);
    rows.set(`${measure}|${bureau}|${office}|${splits}`, { measure_id: measure, bureau, office, splits });
  }
  return [...rows.values()];
};

/** Rows as the set-based statements of the projection take them: JSON objects named like the columns. */
export const postingRow = (numbers: MeasureNumbers, posting: Posting): object => ({
  position: posting.position,
  stream_id: posting.streamId,
  person: posting.person,
  on_date: posting.on,
  cohort_on: posting.cohort,
  measure_id: numbers.of(posting),
  bureau: posting.bureau,
  office: posting.office,
  splits: posting.splits,
  fact_key: posting.factKey,
  amount: posting.amount,
});

export const streamRow = (stream: FoldedStream): object => ({
  stream_id: stream.streamId,
  position: stream.position,
  version: stream.version,
  folded_to: stream.foldedTo,
  stream_type: stream.streamType,
  bureau: stream.bureau,
  facts: storedFacts(stream.facts),
});

export const registerRecord = (row: RegisterRow): object => ({
  stream_id: row.streamId,
  person: row.person,
  position: row.position,
  ordered_by: row.orderedBy,
  register: row.register,
  bureau: row.bureau,
  office: row.office,
  fact_key: row.factKey,
  columns: row.columns,
});

/** Duties that are still to be met are kept, and those that were met late. */
export const isKept = ({ metOn, dueOn }: DutyRow): boolean => metOn === null || metOn > dueOn;

export const dutyRecord = (row: DutyRow): object => ({
  stream_id: row.streamId,
  position: row.position,
  due_on: row.dueOn,
  provisional: row.provisional,
  deadline: row.deadline,
  bureau: row.bureau,
  office: row.office,
  fact_key: row.factKey,
  met_on: row.metOn,
});

/** The balances that postings touch, once each: of one measure and office, a month over all splits. */
export const cellsOf = (postings: readonly Posting[]): Omit<BalanceChange, 'amount' | 'position'>[] => {
  const cells = new Map<string, Omit<BalanceChange, 'amount' | 'position'>>();
  for (const { measure, bureau, office, on } of postings) {
    const month = monthOf(on);
    cells.set(`${measure}|${bureau}|${office}|${month}`, { measure, bureau, office, month });
  }
  return [...cells.values()];
};
