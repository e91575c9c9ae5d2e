import { canonicalJson } from '#kernel/canonical.js';
import { type EffectiveEvent, effectiveHistory } from '../history.js';
import type { LocalDate, RecordedEvent } from '../kernel.js';
import type { EventStore } from '../ports/event-store.js';
import type { LateEvents } from '../ports/late-events.js';
import type { Registry } from '../registry.js';
import type { BooksOf } from './books.js';

/** Something that came after the seal and belongs to its period. */
export interface LateEntry {
  readonly event: RecordedEvent;
  /** A business event of the period, or a correction or void of one. */
  readonly kind: 'late' | 'correction';
  /** The events a correction or void changed: their business dates before and after, absent where it counts no more or not before. */
  readonly changed: readonly {
    readonly eventId: string;
    readonly type: string;
    readonly before?: LocalDate;
    readonly after?: LocalDate;
  }[];
}

export interface LateEntriesPorts {
  readonly registry: Registry;
  readonly store: Pick<EventStore, 'loadMany'>;
  readonly lateEvents: LateEvents;
}

export interface LateEntriesPage {
  readonly entries: readonly LateEntry[];
  /** Position to go on after; absent at the end. */
  readonly next?: number;
}

/**
 * The inbox of a sealed period: what was recorded after the seal's position and is dated in the period, with the corrections and
 * voids of such events. Oldest first; a page may be shorter than asked for.
 */
export const lateEntries = async (
  { registry, store, lateEvents }: LateEntriesPorts,
  { bureau, line, period }: BooksOf,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<LateEntriesPage> => {
  const streams = registry.line(line)?.streams ?? [];
  const recordTypes = [`${line}.RecordCorrected`, `${line}.RecordVoided`];
  const { from, to } = period;
  const streamTypes = streams.map(({ type }) => type);
  const found = await lateEvents.recordedAfter({ bureau, streamTypes, recordTypes, after, from, to, limit });
  const corrected = found.filter(({ type }) => recordTypes.includes(type));
  const loaded = await store.loadMany([...new Set(corrected.map(({ streamId }) => streamId))]);
  const within = (on: LocalDate | undefined): boolean => on !== undefined && from <= on && on <= to;
  const entries = found.flatMap((event): readonly LateEntry[] => {
    if (!recordTypes.includes(event.type)) return [{ event, kind: 'late', changed: [] }];
    const events = loaded.get(event.streamId)?.events ?? [];
    const changed = changedBy(registry, event, events).filter(
      ({ before, after: now }) => within(before) || within(now),
    );
    return changed.length === 0 ? [] : [{ event, kind: 'correction', changed }];
  });
  const last = found.at(-1);
  return found.length < limit || last === undefined ? { entries } : { entries, next: last.position };
};

/** What a record event did to the events of its stream that count. */
const changedBy = (
  registry: Registry,
  event: RecordedEvent,
  events: readonly RecordedEvent[],
): LateEntry['changed'] => {
  const found = registry.stream(event.streamType);
  if (found === undefined) return [];
  const standing = (upTo: number): ReadonlyMap<string, EffectiveEvent> =>
    new Map(
      effectiveHistory(
        found.stream,
        events.filter(({ position }) => position <= upTo),
      ).map((item) => [item.event.eventId, item]),
    );
  const before = standing(event.position - 1);
  const after = standing(event.position);
  const said = (item: EffectiveEvent | undefined): string =>
    item === undefined ? '' : canonicalJson([item.occurredOn, item.office, item.data]);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((eventId) => {
    const [then, now] = [before.get(eventId), after.get(eventId)];
    if (said(then) === said(now)) return [];
    return [
      {
        eventId,
        type: (then ?? now)?.event.type ?? '',
        ...(then === undefined ? {} : { before: then.occurredOn }),
        ...(now === undefined ? {} : { after: now.occurredOn }),
      },
    ];
  });
};
