import type { RecordedEvent, Uuid } from '../kernel.js';
import type { BatchRow } from '../ports/entry-batches.js';
import type { StoredStream } from '../ports/event-store.js';
import { type RecordEventData, recordEventName } from '../record-events.js';
import { voidedBy } from './recorded-before.js';

/** How a row of a batch stands, as codes; `entry-recorded` are those that can be taken back. */
export type RowStanding =
  | 'entry-not-recorded'
  | 'entry-recorded'
  | 'entry-reversal-asked'
  | 'entry-reversed'
  | 'entry-changed-since'
  | 'entry-request-open'
  | 'entry-followed';

export interface StandingRow extends BatchRow {
  readonly standing: RowStanding;
  readonly eventId?: Uuid;
  /** The request to take it back that waits. */
  readonly requestId?: Uuid;
}

type Request = RecordEventData<'CorrectionRequested'>;

/** Requests nobody has approved or declined. */
const openRequests = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const settled = new Set(
    events.flatMap(({ type, data }) =>
      recordEventName(type) === undefined ? [] : [(data as { readonly requestId?: Uuid }).requestId],
    ),
  );
  return events.filter(({ type, eventId }) => recordEventName(type) === 'CorrectionRequested' && !settled.has(eventId));
};

/** A request to void nothing but events of the batch, made in its name. */
const isOfBatch = ({ data, correlationId }: RecordedEvent, batchId: Uuid, own: ReadonlySet<Uuid>): boolean => {
  const { eventIds, changes, office } = data as Request;
  return (
    correlationId === batchId && changes.length === 0 && office === undefined && eventIds.every((id) => own.has(id))
  );
};

const corrected = (events: readonly RecordedEvent[], voided: ReadonlySet<Uuid>): ReadonlySet<Uuid> =>
  new Set(
    events.flatMap(({ type, data, eventId }) =>
      recordEventName(type) === 'RecordCorrected' && !voided.has(eventId)
        ? [(data as RecordEventData<'RecordCorrected'>).correctsEventId]
        : [],
    ),
  );

/**
 * How the rows of a batch that are on one stream stand. An event that others follow is left alone, unless these are of the batch
 * and can be taken back themselves.
 */
export const standingOnStream = (
  batchId: Uuid,
  rows: readonly BatchRow[],
  stream: StoredStream | undefined,
): readonly StandingRow[] => {
  const events = stream?.events ?? [];
  const byCommand = new Map(
    events.filter(({ type }) => recordEventName(type) === undefined).map((event) => [event.commandId, event]),
  );
  const own = new Set(rows.flatMap(({ commandId }) => byCommand.get(commandId)?.eventId ?? []));
  const voided = voidedBy(events);
  const changed = corrected(events, voided);
  const requests = openRequests(events);
  const standings = new Map<Uuid, Pick<StandingRow, 'standing' | 'requestId'>>();
  let followed = false;
  for (const { eventId, type } of events.toReversed()) {
    if (recordEventName(type) !== undefined) continue;
    const request = requests.find(({ data }) => (data as Request).eventIds.includes(eventId));
    if (voided.has(eventId)) standings.set(eventId, { standing: 'entry-reversed' });
    else if (!own.has(eventId)) followed = true;
    else if (changed.has(eventId)) standings.set(eventId, { standing: 'entry-changed-since' });
    else if (request !== undefined && !isOfBatch(request, batchId, own))
      standings.set(eventId, { standing: 'entry-request-open' });
    else if (followed) standings.set(eventId, { standing: 'entry-followed' });
    else if (request !== undefined)
      standings.set(eventId, { standing: 'entry-reversal-asked', requestId: request.eventId });
    else standings.set(eventId, { standing: 'entry-recorded' });
    const { standing } = standings.get(eventId) ?? {};
    followed ||= standing === 'entry-changed-since' || standing === 'entry-request-open';
  }
  return rows.map((row) => {
    const eventId = byCommand.get(row.commandId)?.eventId;
    if (eventId === undefined) return { ...row, standing: 'entry-not-recorded' };
    return { ...row, eventId, standing: 'entry-not-recorded', ...standings.get(eventId) };
  });
};
