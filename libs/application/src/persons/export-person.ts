import { titleOf } from '../describe-lines.js';
import { type LocalDate, Rejected, type Uuid, reject } from '../kernel.js';
import type { Looker } from '../looks/look.js';
import { recordEventName } from '../record-events.js';
import { personTerms } from './terms.js';
import { recordsOf } from './erase-person.js';
import { type DeskPorts, bureauWide } from './people-desk.js';
import { ID_IN_TEXT, idsInText } from './ids-in-text.js';
import { personsIn } from './persons-in-event.js';
import { type SeenPerson, reveal } from './reveal.js';

/** Everything that is held of one person: what the registry knows, and every event of every record he takes part in. */
export interface SubjectExport {
  readonly person: SeenPerson;
  readonly records: readonly {
    readonly streamId: Uuid;
    readonly streamType: string;
    readonly title: string;
    readonly owner: string;
    readonly events: readonly {
      readonly type: string;
      readonly title: string;
      readonly occurredOn: LocalDate;
      readonly office: string;
      readonly data: unknown;
    }[];
  }[];
}

/**
 * Draws up what a person may be given of himself, over all lines. Other persons are not named, not even by reference, and
 * neither is who recorded what.
 * @rejects not-found, not-permitted where the caller sees the person masked
 * @source 个人信息保护法 第四十五条
 */
export const exportPerson = async (
  ports: DeskPorts,
  looker: Looker,
  ref: Uuid,
  reason: string,
): Promise<SubjectExport> => {
  await bureauWide(ports, looker.who, ref);
  const seen = (await reveal(ports, looker, { purpose: 'subject-export', reason }, [ref])).get(ref);
  if (seen === undefined) throw new Rejected(reject('not-found'));
  if (seen.view === 'masked') throw new Rejected(reject('not-permitted'));
  const glass = ports.registry.people?.streams.glass;
  const records = (await recordsOf(ports, ref)).filter(({ streamType }) => streamType !== glass);
  const events = records.flatMap((record) => record.events);
  const written = new Set(events.flatMap(({ data }) => idsInText(JSON.stringify(data))));
  // What the schema of an event calls a person is one, registered or not; a correction may name anything.
  const named = events.filter(({ type }) => recordEventName(type) === undefined);
  const others = new Set([
    ...(await ports.persons.bureausOf([...written])).keys(),
    ...named.flatMap((event) => personsIn(ports.registry, event)),
  ]);
  for (const own of seen.records) others.delete(own);
  const third = personTerms['third-person'].zh;
  const redacted = (data: object): unknown =>
    JSON.parse(JSON.stringify(data).replace(ID_IN_TEXT, (id) => (others.has(id) ? third : id)));
  return {
    person: seen,
    records: records.map(({ streamId, streamType, owner, events: history }) => ({
      streamId,
      streamType,
      title: titleOf(ports.registry, streamType),
      owner,
      events: history.map(({ type, occurredOn, office, data }) => ({
        type,
        title: titleOf(ports.registry, type),
        occurredOn,
        office,
        data: redacted(data),
      })),
    })),
  };
};
