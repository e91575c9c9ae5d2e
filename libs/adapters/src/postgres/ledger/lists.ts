import type { DutyRow, Ledger, Reading, RegisterRow } from '#application/ports/ledger.js';
import type { PastRegisters } from '#application/past-registers.js';
import type { LocalDate } from '#kernel/dates.js';
import { readCursor, writeCursor } from '../../cursor.js';
import { cursorBehind, pageOf, registerOf } from '../../register-order.js';
import type { Snapshot } from './snapshot.js';

type Page = { readonly after?: string; readonly limit: number };

interface RegisterRecord {
  readonly register: string;
  readonly bureau: string;
  readonly office: string;
  readonly stream_id: string;
  readonly fact_key: string;
  readonly ordered_by: string;
  readonly person: string | null;
  readonly columns: RegisterRow['columns'];
  readonly position: string;
}

interface DutyRecord {
  readonly deadline: string;
  readonly bureau: string;
  readonly office: string;
  readonly stream_id: string;
  readonly fact_key: string;
  readonly due_on: string;
  readonly provisional: boolean;
  readonly met_on: string | null;
  readonly position: string;
}

const registerRowOf = (row: RegisterRecord): RegisterRow => ({
  register: row.register,
  bureau: row.bureau,
  office: row.office,
  streamId: row.stream_id,
  factKey: row.fact_key,
  orderedBy: row.ordered_by,
  person: row.person,
  columns: row.columns,
  position: Number(row.position),
});

const dutyRowOf = (row: DutyRecord): DutyRow => ({
  deadline: row.deadline,
  bureau: row.bureau,
  office: row.office,
  streamId: row.stream_id,
  factKey: row.fact_key,
  dueOn: row.due_on,
  provisional: row.provisional,
  metOn: row.met_on,
  position: Number(row.position),
});

/** Streams of a bureau that were recorded on behind a position; what is read grows with the time since. */
export const recordedOnSince = async (
  snapshot: Snapshot,
  bureau: string,
  streamTypes: readonly string[],
  position: number,
): Promise<readonly string[]> => {
  const rows = await snapshot.rows<{ stream_id: string }>(
    'select distinct stream_id from es.event where position > $1 and bureau = $2 and stream_type = any($3)',
    [position, bureau, streamTypes],
  );
  return rows.map(({ stream_id }) => stream_id);
};

type RegisterQuery = Parameters<Ledger['registerRows']>[1];

/** Rows a query asks for and one more, as they stand, but for some streams. Filters compare the text of a column; a row that lacks it does not match. */
const rowsNow = async (
  snapshot: Snapshot,
  reading: Reading,
  query: RegisterQuery,
  without: readonly string[] = [],
): Promise<readonly RegisterRow[]> => {
  const after = query.after === undefined ? undefined : readCursor(query.after, ['', '', '']);
  const rows = await snapshot.rows<RegisterRecord>(
    `select register, bureau, office, stream_id, fact_key, ordered_by::text, person, columns, position
     from ${snapshot.schema}.register_row r
     where list = hashtext($1 || $3) and bureau = $1 and office = any($2) and register = $3
       and not exists (select from unnest($4::text[], $5::text[]) as f(name, value)
                       where r.columns ->> f.name is distinct from f.value)
       and ($6::date is null or (ordered_by, stream_id, fact_key) < ($6, $7::uuid, $8))
       and not stream_id = any($10::uuid[])
     order by r.ordered_by desc, stream_id desc, fact_key desc limit $9`,
    [
      reading.bureau,
      reading.offices,
      query.register,
      Object.keys(query.filters),
      Object.values(query.filters),
      ...(after ?? [null, null, null]),
      query.limit + 1,
      without,
    ],
  );
  return rows.map(registerRowOf);
};

/** A register, newest first. */
export const registerRows = async (
  snapshot: Snapshot,
  reading: Reading,
  query: RegisterQuery,
): ReturnType<Ledger['registerRows']> => pageOf(await rowsNow(snapshot, reading, query), query.limit, cursorBehind);

/** A register as it stood at a position; `changed`: streams that were recorded on since. */
export const pastRegisterRows = async (
  snapshot: Snapshot,
  reading: Reading,
  query: RegisterQuery,
  { past, asOf, changed }: { past: PastRegisters; asOf: number; changed: readonly string[] },
): ReturnType<Ledger['registerRows']> => {
  const now = await rowsNow(snapshot, reading, query, changed);
  // Recorded on between the two looks.
  const late = new Set(now.filter(({ position }) => position > asOf).map(({ streamId }) => streamId));
  const kept = now.filter(({ streamId }) => !late.has(streamId));
  const then = await past.rowsAt([...changed, ...late], asOf);
  return pageOf(registerOf([...kept, ...then], reading, query), query.limit, cursorBehind);
};

/** Duties due on or before a date, not yet met or met late as asked, soonest first. */
export const duties = async (
  snapshot: Snapshot,
  reading: Reading,
  query: { readonly dueBy: LocalDate; readonly late?: boolean } & Page,
): ReturnType<Ledger['duties']> => {
  const after = query.after === undefined ? undefined : readCursor(query.after, ['', '', '', '']);
  const rows = await snapshot.rows<DutyRecord>(
    `select deadline, bureau, office, stream_id, fact_key, due_on::text, provisional, met_on::text, position
     from ${snapshot.schema}.duty d
     where bureau = $1 and office = any($2) and due_on <= $3 and (met_on is not null) = $9
       and ($4::date is null or (due_on, stream_id, deadline, fact_key) > ($4, $5::uuid, $6, $7))
     order by d.due_on, stream_id, deadline, fact_key limit $8`,
    [
      reading.bureau,
      reading.offices,
      query.dueBy,
      ...(after ?? [null, null, null, null]),
      query.limit + 1,
      query.late ?? false,
    ],
  );
  return pageOf(rows.map(dutyRowOf), query.limit, (row) =>
    writeCursor(row.dueOn, row.streamId, row.deadline, row.factKey),
  );
};

/**
 * Date of the newest posting of a measure on or before a date that nothing has cancelled.
 * Undefined when there is none.
 */
export const latestOn = async (
  snapshot: Snapshot,
  reading: Reading,
  measure: string,
  to: LocalDate,
): Promise<LocalDate | undefined> => {
  const [row] = await snapshot.rows<{ latest: string }>(
    `select p.on_date::text as latest
     from ledger.measure m join ${snapshot.schema}.entry p on p.measure_id = m.id
     where m.code = $3 and p.bureau = $1 and p.office = any($2) and p.on_date <= $4 and p.position <= $5
     group by p.on_date, p.stream_id, p.fact_key having sum(p.amount) <> 0
     order by p.on_date desc limit 1`,
    [reading.bureau, reading.offices, measure, to, reading.asOf ?? Number.MAX_SAFE_INTEGER],
  );
  return row?.latest;
};
