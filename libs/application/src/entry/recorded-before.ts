import type { RecordedEvent, Uuid } from '../kernel.js';
import type { EventStore, StoredCommand } from '../ports/event-store.js';
import { type RecordVoided, recordEventName } from '../record-events.js';
import type { CommandIds } from './command-of-row.js';

type Store = Pick<EventStore, 'findCommand' | 'loadMany'>;

/** Commands looked up at a time. */
const AT_ONCE = 500;

const commandsOf = async (store: Store, ids: readonly Uuid[]): Promise<readonly (StoredCommand | undefined)[]> => {
  const found: (StoredCommand | undefined)[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    found.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => store.findCommand(id)))));
  return found;
};

/** Ids of the events that events of a stream have voided. */
export const voidedBy = (events: readonly RecordedEvent[]): ReadonlySet<Uuid> =>
  new Set(
    events.flatMap(({ type, data }) =>
      recordEventName(type) === 'RecordVoided' ? (data as RecordVoided).eventIds : [],
    ),
  );

const voidedAmong = async (store: Store, commands: readonly StoredCommand[]): Promise<ReadonlySet<Uuid>> => {
  const streams = await store.loadMany([...new Set(commands.map(({ streamId }) => streamId))]);
  return voidedBy([...streams.values()].flatMap(({ events }) => events));
};

/**
 * The id each row is to have, and the rows among `asked` whose event stands on record already. A row that was recorded and voided
 * since may be recorded again, under its next id.
 */
export const recordedBefore = async (
  store: Store,
  ids: ReadonlyMap<number, CommandIds>,
  asked: readonly number[],
): Promise<{ readonly found: ReadonlyMap<number, Uuid>; readonly known: ReadonlySet<number> }> => {
  const found = new Map([...ids].map(([row, idAt]) => [row, idAt(0)]));
  const known = new Set<number>();
  let left = asked;
  for (let time = 0; left.length > 0; time += 1) {
    const wanted = left.map((row) => (ids.get(row) as CommandIds)(time));
    left.forEach((row, at) => found.set(row, wanted[at] as Uuid));
    const commands = await commandsOf(store, wanted);
    const voided = await voidedAmong(
      store,
      commands.filter((command) => command !== undefined),
    );
    left = left.filter((row, at) => {
      const command = commands[at];
      if (command === undefined) return false;
      const again = command.eventIds.some((id) => voided.has(id));
      if (!again) known.add(row);
      return again;
    });
  }
  return { found, known };
};
