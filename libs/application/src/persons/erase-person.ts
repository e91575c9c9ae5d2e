import { type LocalDate, type Receipt, Rejected, type Uuid, addMonths, reject } from '../kernel.js';
import type { StoredStream } from '../ports/event-store.js';
import type { Registry } from '../registry.js';
import { type Asker, type DeskPorts, bureauWide, peopleOf, send } from './people-desk.js';
import { groupsOf, statusOf, streamOf } from './standing.js';

/** A record that the law has kept, and the article that says so. */
export interface RetentionDuty {
  readonly recordKind: string;
  readonly ground: string;
}

/** Duties to keep records on a day, once for each kind of record and article. */
export const dutiesToKeep = (
  registry: Registry,
  records: readonly StoredStream[],
  today: LocalDate,
): readonly RetentionDuty[] => {
  const declared = registry.lines.flatMap(({ retention = [] }) => retention);
  const duties = records.flatMap(({ streamType, events }) =>
    declared
      .filter(({ record, years }) => {
        if (record !== streamType) return false;
        const newest =
          events
            .map(({ occurredOn }) => occurredOn)
            .sort()
            .at(-1) ?? today;
        return years === undefined || addMonths(newest, 12 * years) > today;
      })
      .map(({ record, ground }) => ({ recordKind: record, ground })),
  );
  return [...new Map(duties.map((duty) => [`${duty.recordKind} ${duty.ground}`, duty])).values()];
};

interface Order {
  readonly person: Uuid;
  readonly ground: string;
}

/**
 * Asks for a person to be erased. Where the law has a record of his kept the request is refused, and the refusal recorded.
 * @rejects not-found, retention-duty with record and article
 */
export const requestErasure = async (ports: DeskPorts, asker: Asker, { person, ground }: Order): Promise<Receipt> => {
  const people = peopleOf(ports);
  const bureau = await bureauWide(ports, asker.who, person);
  await refuseWhereKept(ports, asker, person);
  const { today } = ports.clock.now();
  return send(ports, asker, bureau, {
    type: people.requestErasure,
    streamId: streamOf(people.streams.erasure, person),
    data: { requestedOn: today, person, ground },
  });
};

/**
 * Approves, as a second person, and destroys the keys of every record of the person: whatever copies there are can be read by
 * nobody any more, and no figure, seal or event changes. Asked again after it was broken off, it destroys what is left.
 * @rejects not-found, retention-duty, people.second-person-needed, illegal-step
 */
export const approveErasure = async (ports: DeskPorts, asker: Asker, person: Uuid): Promise<void> => {
  const people = peopleOf(ports);
  const bureau = await bureauWide(ports, asker.who, person);
  const streamId = streamOf(people.streams.erasure, person);
  const { records } = (await groupsOf(ports, people, [person])).get(person) ?? { records: [person] };
  if (statusOf(ports, await ports.store.load(streamId)) !== 'erased') {
    await refuseWhereKept(ports, asker, person);
    const { today } = ports.clock.now();
    await send(ports, asker, bureau, {
      type: people.approveErasure,
      streamId,
      data: { approvedOn: today, person },
    });
  }
  for (const record of records) await ports.persons.erase(record);
};

const refuseWhereKept = async (ports: DeskPorts, asker: Asker, person: Uuid): Promise<void> => {
  const people = peopleOf(ports);
  const { today } = ports.clock.now();
  const duties = dutiesToKeep(ports.registry, await recordsOf(ports, person), today);
  if (duties.length === 0) return;
  await send(ports, asker, await bureauWide(ports, asker.who, person), {
    type: people.refuseErasure,
    streamId: streamOf(people.streams.erasure, person),
    data: { refusedOn: today, person, duties },
  });
  throw new Rejected(
    reject(
      'retention-duty',
      ...duties.map(({ recordKind, ground }) => ({ at: recordKind, code: 'retention-duty', message: ground })),
    ),
  );
};

/** Every stream that names the person, or a record merged with his. */
export const recordsOf = async (ports: DeskPorts, person: Uuid): Promise<readonly StoredStream[]> => {
  const { records } = (await groupsOf(ports, ports.registry.people, [person])).get(person) ?? { records: [person] };
  const streams = await ports.takingPart.streamsOf(records);
  const loaded = await ports.store.loadMany([...new Set([...streams.values()].flat())]);
  return [...loaded.values()];
};
