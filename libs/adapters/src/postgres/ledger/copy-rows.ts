import type { DutyRow, FoldedStream, Posting, RegisterRow } from '#application/ports/ledger.js';
import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { Account } from './accounts.js';
import type { BinaryRows } from '../binary/binary-rows.js';
import type { MonthlySum } from './monthly-sums.js';
import { storedFacts } from './stored-facts.js';

/** How the rows of a table of a generation are loaded. */
export interface TableShape<Row extends unknown[]> {
  readonly table: string;
  /** In the order in which `write` writes them. */
  readonly columns: readonly string[];
  readonly write: (to: BinaryRows, ...row: Row) => void;
}

const person = (to: BinaryRows, id: Uuid | null): void => (id === null ? to.nothing() : to.uuid(id));
const date = (to: BinaryRows, on: LocalDate | null): void => (on === null ? to.nothing() : to.date(on));

export const accountShape: TableShape<[row: Account]> = {
  table: 'account',
  columns: ['id', 'measure_id', 'bureau', 'office', 'splits'],
  write: (to, { id, measureId, bureau, office, splits }) => {
    to.integer(id);
    to.small(measureId);
    to.text(bureau);
    to.text(office);
    to.text(splits);
  },
};

export const postingShape: TableShape<[account: number, row: Posting]> = {
  table: 'posting',
  columns: ['position', 'stream_id', 'person', 'on_date', 'cohort_on', 'account', 'fact_key', 'amount'],
  write: (to, account, row) => {
    to.big(row.position);
    to.uuid(row.streamId);
    person(to, row.person);
    to.date(row.on);
    date(to, row.cohort);
    to.integer(account);
    to.text(row.factKey);
    to.numeric(row.amount);
  },
};

export const balanceShape: TableShape<[account: Account, sum: MonthlySum]> = {
  table: 'balance',
  columns: ['measure_id', 'month', 'cohort_month', 'bureau', 'office', 'splits', 'amount'],
  write: (to, account, { month, cohortMonth, amount }) => {
    to.small(account.measureId);
    to.date(month);
    date(to, cohortMonth);
    to.text(account.bureau);
    to.text(account.office);
    to.text(account.splits);
    to.numeric(amount);
  },
};

export const streamShape: TableShape<[view: string, row: FoldedStream]> = {
  table: 'folded_stream',
  columns: ['stream_id', 'position', 'version', 'folded_to', 'view', 'stream_type', 'bureau', 'facts'],
  write: (to, view, row) => {
    to.uuid(row.streamId);
    to.big(row.position);
    to.integer(row.version);
    to.text(row.foldedTo);
    to.text(view);
    to.text(row.streamType);
    to.text(row.bureau);
    to.text(JSON.stringify(storedFacts(row.facts)));
  },
};

export const registerShape: TableShape<[row: RegisterRow]> = {
  table: 'register_row',
  columns: ['stream_id', 'person', 'position', 'ordered_by', 'register', 'bureau', 'office', 'fact_key', 'columns'],
  write: (to, row) => {
    to.uuid(row.streamId);
    person(to, row.person);
    to.big(row.position);
    to.date(row.orderedBy);
    to.text(row.register);
    to.text(row.bureau);
    to.text(row.office);
    to.text(row.factKey);
    to.text(JSON.stringify(row.columns));
  },
};

export const dutyShape: TableShape<[row: DutyRow]> = {
  table: 'duty',
  columns: ['stream_id', 'position', 'due_on', 'provisional', 'deadline', 'bureau', 'office', 'fact_key', 'met_on'],
  write: (to, row) => {
    to.uuid(row.streamId);
    to.big(row.position);
    to.date(row.dueOn);
    to.flag(row.provisional);
    to.text(row.deadline);
    to.text(row.bureau);
    to.text(row.office);
    to.text(row.factKey);
    date(to, row.metOn);
  },
};
