import { stateTitle, titleOf } from '../describe-lines.js';
import { type LocalDate, type Principal, Rejected, type Uuid, reject } from '../kernel.js';
import { mayTouch, officesInScope } from '../office-scope.js';
import { recordsOf } from './erase-person.js';
import { hiddenAmong } from './hide-sealed.js';
import type { DeskPorts } from './people-desk.js';
import { groupsOf, statusOf } from './standing.js';

/** A case somebody takes part in, as a list names it. */
export interface CaseOfPerson {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly title: string;
  /** What its state is called. */
  readonly state: string;
  /** The office that owns it now. */
  readonly office: string;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  /** How many events it has. */
  readonly events: number;
}

/**
 * The cases a person takes part in, over all lines and all records merged with his, the latest first: those of them the caller may
 * open. What is decided about the person's own record is no case.
 * @rejects not-found nobody of a bureau of the caller, or a person sealed to him
 */
export const casesOfPerson = async (
  ports: DeskPorts,
  who: Principal,
  ref: Uuid,
): Promise<{ readonly person: Uuid; readonly cases: readonly CaseOfPerson[] }> => {
  const { registry, offices } = ports;
  const group = (await groupsOf(ports, registry.people, [ref])).get(ref) ?? { person: ref, records: [ref] };
  const bureau = (await ports.persons.bureausOf([group.person])).get(group.person);
  const reached = bureau === undefined ? [] : officesInScope(offices, who, bureau);
  if (reached.length === 0 || (await hiddenAmong(ports, who, group)).size > 0) throw new Rejected(reject('not-found'));
  const decisions = new Set<string>(Object.values(registry.people?.streams ?? {}));
  const records = (await recordsOf(ports, ref)).filter(
    (stored) => !decisions.has(stored.streamType) && mayTouch(offices, who, stored),
  );
  const cases = records.map((stored) => {
    const { streamId, streamType, owner, events } = stored;
    const days = events.map(({ occurredOn }) => occurredOn).sort();
    return {
      ...{ streamId, streamType, title: titleOf(registry, streamType), office: owner },
      state: stateTitle(registry, streamType, statusOf(ports, stored)),
      firstOn: days[0] ?? '',
      lastOn: days.at(-1) ?? '',
      events: events.length,
    };
  });
  return { person: group.person, cases: cases.sort((one, other) => (one.lastOn < other.lastOn ? 1 : -1)) };
};
