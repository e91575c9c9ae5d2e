import type { PeopleDefinition } from '../define-line.js';
import { effectiveHistory, fold } from '../history.js';
import { type Instant, type RecordedEvent, type Uuid, type WorkingDayCalendar, uuidV5 } from '../kernel.js';
import type { EventStore, StoredStream } from '../ports/event-store.js';
import type { TakingPart } from '../ports/taking-part.js';
import type { Registry } from '../registry.js';
import { type Merger, resolveMergers } from './mergers.js';

/** The stream in which one thing about one person is decided: it follows from both, so that there is only one. */
export const streamOf = (type: string, ...of: readonly string[]): Uuid => uuidV5(type, ...of);

export interface StandingPorts {
  readonly registry: Registry;
  readonly store: Pick<EventStore, 'load' | 'loadMany'>;
  readonly takingPart: TakingPart;
  readonly calendar: () => WorkingDayCalendar;
}

/** The status of a stream, by the rules of its line. */
export const statusOf = ({ registry, calendar }: StandingPorts, stored: StoredStream | undefined): string => {
  const found = stored === undefined ? undefined : registry.stream(stored.streamType);
  if (stored === undefined || found === undefined) return 'none';
  const context = { settings: registry.settingsOf(found.line.code), calendar: calendar() };
  return fold(found.stream, effectiveHistory(found.stream, stored.events), context).status;
};

const lastData = (events: readonly RecordedEvent[]): Readonly<Record<string, string>> =>
  (events.at(-1)?.data ?? {}) as Readonly<Record<string, string>>;

/** A person with every record that was merged with his. */
export interface Group {
  /** The record that counts. */
  readonly person: Uuid;
  /** All of them, it included. */
  readonly records: readonly Uuid[];
}

/** The groups that records belong to, by record. */
export const groupsOf = async (
  ports: StandingPorts,
  people: PeopleDefinition | undefined,
  refs: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Group>> => {
  const mergers = people === undefined ? [] : await mergersAround(ports, people, refs);
  const ends = resolveMergers(mergers);
  const members = new Map<Uuid, Uuid[]>();
  for (const [record, end] of ends) members.set(end, [...(members.get(end) ?? [end]), record]);
  return new Map(
    refs.map((ref) => {
      const person = ends.get(ref) ?? ref;
      return [ref, { person, records: members.get(person) ?? [person] }];
    }),
  );
};

/** Every merger that has to do with the records, followed to the end in both directions. */
const mergersAround = async (
  { store, takingPart }: StandingPorts,
  { streams }: PeopleDefinition,
  refs: readonly Uuid[],
): Promise<readonly Merger[]> => {
  const found = new Map<Uuid, Merger>();
  const asked = new Set<Uuid>();
  for (let open = [...refs]; open.length > 0;) {
    for (const ref of open) asked.add(ref);
    const parts = await takingPart.streamsOf(open);
    const loaded = await store.loadMany([...new Set([...parts.values()].flat())]);
    for (const { streamType, events } of loaded.values()) {
      const { into, person } = lastData(events);
      if (streamType === streams.merge && into !== undefined && person !== undefined)
        found.set(person, { person, into });
    }
    open = [...new Set([...found.values()].flatMap(({ person, into }) => [person, into]))].filter(
      (ref) => !asked.has(ref),
    );
  }
  return [...found.values()];
};

/** Of the records, those whose identity is sealed. */
export const sealedAmong = async (
  ports: StandingPorts,
  people: PeopleDefinition | undefined,
  refs: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> => {
  if (people === undefined) return new Set();
  const ids = new Map(refs.map((ref) => [streamOf(people.streams.seal, ref), ref]));
  const loaded = await ports.store.loadMany([...ids.keys()]);
  return new Set(
    [...loaded.values()].flatMap((stored) =>
      statusOf(ports, stored) === 'sealed' ? [ids.get(stored.streamId) as Uuid] : [],
    ),
  );
};

/** Of the records, those a caller has broken the glass of, while it lasts, with the reason he gave. */
export const brokenAmong = async (
  { store }: StandingPorts,
  people: PeopleDefinition | undefined,
  refs: readonly Uuid[],
  by: string,
  now: Instant,
): Promise<ReadonlyMap<Uuid, string>> => {
  if (people === undefined) return new Map();
  const ids = new Map(refs.map((ref) => [streamOf(people.streams.glass, ref, by), ref]));
  const loaded = await store.loadMany([...ids.keys()]);
  return new Map(
    [...loaded.values()].flatMap(({ streamId, events }) => {
      const { until = '', reason = '' } = lastData(events);
      return until > now ? [[ids.get(streamId) as Uuid, reason] as const] : [];
    }),
  );
};
