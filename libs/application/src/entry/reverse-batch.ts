import { titleOf } from '../describe-lines.js';
import {
  type Command,
  type Principal,
  type Receipt,
  Rejected,
  type Rejection,
  type Uuid,
  reject,
  uuidV5,
} from '../kernel.js';
import { inScope } from '../office-scope.js';
import type { Clock } from '../ports/clock.js';
import type { BatchRow, EntryBatch, EntryBatches } from '../ports/entry-batches.js';
import type { EventStore, StoredStream } from '../ports/event-store.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { type RowStanding, type StandingRow, standingOnStream } from './batch-standing.js';

export interface BatchPorts {
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly store: Pick<EventStore, 'loadMany'>;
  readonly clock: Clock;
  readonly batches: EntryBatches;
  /** Whether somebody may send a command of this type. */
  readonly maySend: (who: Principal, type: string) => boolean;
  readonly send: (commands: readonly Command[], atomic: boolean) => Promise<readonly (Receipt | Rejection)[]>;
}

/** A batch with how its rows stand now. */
export interface SeenBatch extends EntryBatch {
  readonly title: string;
  readonly entries: readonly (StandingRow & { readonly title: string })[];
}

/** What became of a reversal: rows it reached, and rows it left alone, each with the reason. */
export interface Reversal {
  readonly batchId: Uuid;
  readonly reached: number;
  readonly left: readonly {
    readonly row: number;
    readonly streamId: Uuid;
    readonly code: string;
    readonly title: string;
  }[];
  /** Of the last event recorded now. */
  readonly position?: number;
}

/** Hours within which a batch is taken back as a whole. */
const HOURS = 24;
/** Events one request may name. */
const MOST_EVENTS = 50;
/** Commands sent at a time. */
const SLICE = 500;

const commandOn = ({ command }: EntryBatch, name: Step['name']): string =>
  `${command.slice(0, command.indexOf('.'))}.${name}`;

/** Whether every office of a batch is the caller's. */
export const seesBatch = (offices: OfficeDirectory, caller: Principal, batch: EntryBatch): boolean =>
  batch.offices.every((code) => inScope(offices, caller, code));

interface Found {
  readonly batch: EntryBatch;
  readonly rows: readonly StandingRow[];
  readonly streams: ReadonlyMap<Uuid, StoredStream>;
}

/** @rejects not-found no such batch, or one of others */
const findBatch = async (ports: BatchPorts, caller: Principal, batchId: Uuid): Promise<Found> => {
  const found = await ports.batches.find(batchId);
  if (found === undefined || !seesBatch(ports.offices, caller, found.batch)) throw new Rejected(reject('not-found'));
  const byStream = Map.groupBy(found.rows, ({ streamId }) => streamId);
  const streams = await ports.store.loadMany([...byStream.keys()]);
  const standing = [...byStream].flatMap(([id, rows]: [Uuid, readonly BatchRow[]]) =>
    standingOnStream(batchId, rows, streams.get(id)),
  );
  return { batch: found.batch, rows: standing.sort((a, b) => a.row - b.row), streams };
};

/** @rejects not-found */
export const seeBatch = async (ports: BatchPorts, caller: Principal, batchId: Uuid): Promise<SeenBatch> => {
  const { batch, rows } = await findBatch(ports, caller, batchId);
  return {
    ...batch,
    title: titleOf(ports.registry, batch.command),
    entries: rows.map((row) => ({ ...row, title: titleOf(ports.registry, row.standing) })),
  };
};

/** A record command on a stream of a batch, for rows of it. */
interface Step {
  readonly rows: readonly StandingRow[];
  readonly name: 'RequestVoid' | 'ApproveCorrection';
  readonly data: object;
}

/** Sends steps, each by itself, and says what became of the rows. */
const take = async (
  ports: BatchPorts,
  caller: Principal,
  { batch, rows, streams }: Found,
  steps: readonly Step[],
  over: readonly RowStanding[],
): Promise<Reversal> => {
  const commands = steps.map(({ rows: [first], name, data }): Command => {
    const { streamId, eventId } = first as StandingRow;
    const stream = streams.get(streamId);
    const office = stream?.events.find((event) => event.eventId === eventId)?.office ?? '';
    return {
      ...{ type: commandOn(batch, name), streamId, data, office, bureau: batch.bureau, principal: caller },
      // The same step on the same case is the same command; after a request was declined it is another.
      commandId: uuidV5(batch.batchId, name, eventId ?? '', String(stream?.version ?? 0), caller.name),
      ...{ source: 'MANUAL', correlationId: batch.batchId },
    };
  });
  const answers: (Receipt | Rejection)[] = [];
  for (let from = 0; from < commands.length; from += SLICE)
    answers.push(...(await ports.send(commands.slice(from, from + SLICE), false)));
  const refused = new Map<number, string>();
  steps.forEach(({ rows: of }, at) => {
    const answer = answers[at];
    if (answer !== undefined && 'kind' in answer) for (const { row } of of) refused.set(row, answer.code);
  });
  const reached = new Set(steps.flatMap(({ rows: of }) => of.map(({ row }) => row)));
  const left = rows.flatMap(({ row, streamId, standing }) => {
    if (over.includes(standing) || (reached.has(row) && !refused.has(row))) return [];
    const code = refused.get(row) ?? standing;
    return [{ row, streamId, code, title: titleOf(ports.registry, code) }];
  });
  const position = Math.max(0, ...answers.map((answer) => ('kind' in answer ? 0 : answer.position)));
  return {
    ...{ batchId: batch.batchId, reached: reached.size - refused.size, left },
    ...(position === 0 ? {} : { position }),
  };
};

const inSlices = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/**
 * Asks to void every row of a batch that stands as it was recorded: one request on each case. It counts nowhere until another
 * approves. Whoever sent the batch asks, or who may approve corrections.
 * @rejects not-found, not-permitted
 * @rejects entry-batch-too-old 24 hours after it was sent each record is voided by itself
 */
export const askReversal = async (
  ports: BatchPorts,
  caller: Principal,
  {
    batchId,
    reason,
    note,
  }: {
    readonly batchId: Uuid;
    readonly reason: string;
    readonly note?: string;
  },
): Promise<Reversal> => {
  const found = await findBatch(ports, caller, batchId);
  const { sentBy, sentAt } = found.batch;
  const may = (name: Step['name']): boolean => ports.maySend(caller, commandOn(found.batch, name));
  if (!may('RequestVoid') || (sentBy !== caller.name && !may('ApproveCorrection')))
    throw new Rejected(reject('not-permitted'));
  const age = Date.parse(ports.clock.now().now) - Date.parse(sentAt);
  if (age > HOURS * 3_600_000) throw new Rejected(reject('entry-batch-too-old'));
  const standing = found.rows.filter((row) => row.standing === 'entry-recorded');
  const steps = [...Map.groupBy(standing, ({ streamId }) => streamId).values()].flatMap((rows) =>
    inSlices(rows.toReversed(), MOST_EVENTS).map((some): Step => {
      const eventIds = some.map(({ eventId }) => eventId);
      const data = { eventIds, reason, ...(note === undefined ? {} : { note }) };
      return { rows: some, name: 'RequestVoid', data };
    }),
  );
  return take(ports, caller, found, steps, ['entry-reversed', 'entry-reversal-asked', 'entry-not-recorded']);
};

/**
 * The second person's part: approves every void that was asked for in the name of the batch, and nothing else. Figures are then
 * what they were; the history of each case shows what was recorded, who asked and who approved.
 * @rejects not-found, not-permitted
 * @rejects same-person     the caller asked for all of it himself
 * @rejects entry-not-asked nobody asked, or all of it is settled
 */
export const approveReversal = async (ports: BatchPorts, caller: Principal, batchId: Uuid): Promise<Reversal> => {
  const found = await findBatch(ports, caller, batchId);
  if (!ports.maySend(caller, commandOn(found.batch, 'ApproveCorrection'))) throw new Rejected(reject('not-permitted'));
  const waiting = found.rows.filter((row) => row.standing === 'entry-reversal-asked');
  if (waiting.length === 0) throw new Rejected(reject('entry-not-asked'));
  const steps = [...Map.groupBy(waiting, ({ requestId }) => requestId)].map(([requestId, rows]): Step => ({
    rows,
    name: 'ApproveCorrection',
    data: { requestId },
  }));
  const done = await take(ports, caller, found, steps, ['entry-reversed', 'entry-not-recorded']);
  if (done.reached === 0 && done.left.some(({ code }) => code === 'same-person'))
    throw new Rejected(reject('same-person'));
  return done;
};
