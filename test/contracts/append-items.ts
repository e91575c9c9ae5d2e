import { randomUUID } from 'node:crypto';
import type { AppendEntry, AppendItem, NewEvent } from '#application/ports/event-store.js';
import type { Uuid } from '#kernel/ids.js';

export const someId = (): Uuid => randomUUID();
export const someHash = 'ab'.repeat(32);

export const newEvent = (with_: Partial<NewEvent> = {}): NewEvent => ({
  eventId: someId(),
  type: 'tests.ThingHappened',
  schemaVersion: 1,
  office: '430922001',
  occurredOn: '2023-12-31',
  recordedBy: 'clerk',
  source: 'MANUAL',
  correlationId: someId(),
  data: { thing: 'one' },
  ...with_,
});

export const entry = (with_: Partial<AppendEntry> = {}): AppendEntry => ({
  commandId: someId(),
  requestHash: someHash,
  events: [newEvent()],
  ...with_,
});

/** An append of one command with one event to a new stream, unless told otherwise. */
export const item = (with_: Partial<AppendItem> = {}): AppendItem => ({
  streamId: someId(),
  streamType: 'tests.thing',
  bureau: '430922',
  owner: '430922001',
  expectedVersion: 0,
  entries: [entry()],
  hold: [],
  release: [],
  ...with_,
});
