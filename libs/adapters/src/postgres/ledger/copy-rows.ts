import type { DutyRow, FoldedStream, Posting, RegisterRow } from '#application/ports/ledger.js';
import { NULL, copyText } from './copy-text.js';

/** Rows of a generation in COPY text; each list of columns stands beside the function that writes them. */
export const postingColumns =
  'position, stream_id, person, on_date, cohort_on, measure_id, bureau, office, splits, fact_key, amount';

export const postingLine = (measureId: number, row: Posting): string =>
  `${row.position}\t${row.streamId}\t${row.person ?? NULL}\t${row.on}\t${row.cohort ?? NULL}\t${measureId}\t${row.bureau}\t${copyText(row.office)}\t${copyText(row.splits)}\t${copyText(row.factKey)}\t${row.amount}`;

export const streamColumns = 'stream_id, position, version, folded_to, view, stream_type, bureau, facts';

export const streamLine = (view: string, row: FoldedStream): string =>
  `${row.streamId}\t${row.position}\t${row.version}\t${row.foldedTo}\t${view}\t${row.streamType}\t${row.bureau}\t${copyText(JSON.stringify(row.facts))}`;

export const registerColumns = 'stream_id, person, position, ordered_by, register, bureau, office, fact_key, columns';

export const registerLine = (row: RegisterRow): string =>
  `${row.streamId}\t${row.person ?? NULL}\t${row.position}\t${row.orderedBy}\t${row.register}\t${row.bureau}\t${copyText(row.office)}\t${copyText(row.factKey)}\t${copyText(JSON.stringify(row.columns))}`;

export const dutyColumns = 'stream_id, position, due_on, provisional, deadline, bureau, office, fact_key';

export const dutyLine = (row: DutyRow): string =>
  `${row.streamId}\t${row.position}\t${row.dueOn}\t${row.provisional}\t${row.deadline}\t${row.bureau}\t${copyText(row.office)}\t${copyText(row.factKey)}`;
