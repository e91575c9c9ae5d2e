import type { Pool } from 'pg';
import type { RecordedEvent } from '#kernel/event.js';
import { addDays } from '#kernel/dates.js';
import { uuidV5 } from '#kernel/ids.js';

const START = '2022-11-20';
const RECORD = { reason: 'entry-error', requestedBy: 'clerk', approvedOn: '2024-01-02' };

/**
 * A made-up log of the notary line: `matters` streams of about seven events each, interleaved. Every fifth is recorded
 * out of order, every seventh corrected, every ninth voided in part, every fourth moves to another office. The same
 * numbers always give the same log.
 */
export const notaryLog = (matters: number, bureau = '430922'): RecordedEvent[] => {
  const streams = Array.from({ length: matters }, (_, at) => matterEvents(at));
  const events: RecordedEvent[] = [];
  for (let round = 0; streams.some((own) => own.length > round); round += 1)
    streams.forEach((own, at) => {
      const written = own[round];
      if (written === undefined) return;
      const position = events.length + 1;
      events.push({
        ...written,
        position,
        streamId: uuidV5('matter', bureau, String(at)),
        streamType: 'notary.matter',
        version: round + 1,
        eventId: idOf(bureau, at, round),
        schemaVersion: 1,
        bureau,
        office: `${bureau}-${at % 5}`,
        owner: `${bureau}-${at % 5}`,
        recordedAt: '2024-01-02T03:04:05.678Z',
        recordedBy: 'clerk',
        source: 'MANUAL',
        commandId: uuidV5('command', bureau, String(position)),
        correlationId: uuidV5('command', bureau, String(position)),
        data: withIds(written.data, bureau, at),
      });
    });
  return events;
};

const idOf = (bureau: string, at: number, round: number): string => uuidV5('event', bureau, String(at), String(round));

/** Record events name the events they are about by their place in the stream; here the place becomes the id. */
const withIds = (data: object, bureau: string, at: number): object => {
  if ('corrects' in data)
    return { ...RECORD, changes: [], ...data, correctsEventId: idOf(bureau, at, Number(data.corrects)) };
  if ('voids' in data) return { ...RECORD, ...data, eventIds: [idOf(bureau, at, Number(data.voids))] };
  return data;
};

type Written = Pick<RecordedEvent, 'type' | 'occurredOn' | 'data'>;

const matterEvents = (at: number): Written[] => {
  const acceptedOn = addDays(START, (at * 37) % 400);
  const on = (days: number): string => addDays(acceptedOn, days);
  const fee = (days: number, amount: string): Written => ({
    type: 'notary.FeePaid',
    occurredOn: on(days),
    data: { receiptNo: `〔2023〕收\\${at}-${days}`, amount, paidOn: on(days) },
  });
  const events: Written[] = [
    {
      type: 'notary.MatterAccepted',
      occurredOn: acceptedOn,
      data: {
        personRef: uuidV5('person', String(at % 40)),
        matterNo: `〔2023〕公证字第${at}号`,
        kind: at % 3 === 0 ? 'will' : 'contract',
        acceptedOn,
      },
    },
    fee(3, `${at % 17}.5`),
    fee(at % 5 === 0 ? 1 : 4, '120'),
  ];
  if (at % 4 === 0)
    events.push({
      type: 'notary.MatterMoved',
      occurredOn: on(10),
      data: { toOffice: `430922-${(at + 1) % 5}`, movedOn: on(10) },
    });
  const issuedOn = on(12 + (at % 20));
  events.push({ type: 'notary.CertificateIssued', occurredOn: issuedOn, data: { certificateNo: `c${at}`, issuedOn } });
  if (at % 7 === 0)
    events.push({
      type: 'notary.RecordCorrected',
      occurredOn: '2024-01-02',
      data: {
        corrects: 0,
        changes: [
          { field: 'kind', after: '"will"' },
          { field: 'acceptedOn', after: `"${on(-9)}"` },
        ],
      },
    });
  if (at % 9 === 0) events.push({ type: 'notary.RecordVoided', occurredOn: '2024-01-02', data: { voids: 1 } });
  return events;
};

/** Writes events into the log as they are, past the append function. */
export const writeLog = async (pool: Pool, events: readonly RecordedEvent[]): Promise<void> => {
  await pool.query(
    `insert into es.event (position, recorded_at, stream_id, event_id, command_id, correlation_id, version, schema_version,
       occurred_on, stream_type, type, bureau, office, owner, recorded_by, source, data)
     select "position", "recordedAt", "streamId", "eventId", "commandId", "correlationId", version, "schemaVersion",
       "occurredOn", "streamType", type, bureau, office, office, "recordedBy", source, data
     from json_to_recordset($1::json) as r("position" bigint, "recordedAt" timestamptz, "streamId" uuid, "eventId" uuid,
       "commandId" uuid, "correlationId" uuid, version int, "schemaVersion" int, "occurredOn" date, "streamType" text,
       type text, bureau text, office text, "recordedBy" text, source text, data json)`,
    [JSON.stringify(events)],
  );
};
