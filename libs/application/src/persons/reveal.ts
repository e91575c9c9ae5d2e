import { type Principal, Rejected, type Uuid, reject } from '../kernel.js';
import { type LookPurpose, type Looker, lookOf } from '../looks/look.js';
import { isMinor } from '../looks/minors.js';
import { inScope } from '../office-scope.js';
import type { Clock } from '../ports/clock.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { PersonDetails, PersonRegistry } from '../ports/person-registry.js';
import { type MaskedPerson, masked } from './masking.js';
import { type Group, type StandingPorts, brokenAmong, groupsOf, sealedAmong } from './standing.js';

/** Why somebody looks at a person: what he does, and the reason he gives where one is asked. */
export interface Why {
  readonly purpose: Extract<LookPurpose, 'search' | 'read' | 'duplicates' | 'subject-export' | 'document'>;
  readonly reason?: string;
}

/** A person as one caller may see him, with all records merged with his. */
export type SeenPerson = Group &
  (
    | ({ readonly view: 'whole' } & PersonDetails)
    | ({ readonly view: 'masked' } & MaskedPerson)
    | { readonly view: 'erased' }
  );

export interface RevealPorts extends StandingPorts {
  readonly offices: OfficeDirectory;
  readonly persons: Pick<PersonRegistry, 'lookAt' | 'bureausOf'>;
  readonly clock: Clock;
  /** Whether a caller is charged with minors (未成年人专办). */
  readonly mindsMinors: (caller: Principal) => boolean;
}

/**
 * Shows persons to a caller: **the one place where what is in clear leaves the registry**, and only together with a record of the
 * look, in the transaction that reads them. Whole where an office of the caller has, or ever had, to do with the person, where he
 * answers for the whole bureau, and where he broke the glass; masked to others of the bureau; a sealed person to nobody but those
 * charged with minors, and to who broke the glass for him. Whoever is not to be seen is left out, as if he did not exist. By the
 * reference asked for. A minor is shown whole by himself alone, and to whoever says why; in a list he is masked.
 * @rejects reason-needed     one minor is read without a reason
 * @rejects look-not-recorded nobody is shown then
 * @source 社区矫正法 第五十四条; 未成年人网络保护条例 第三十六条
 */
export const reveal = async (
  ports: RevealPorts,
  looker: Looker,
  why: Why,
  refs: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, SeenPerson>> => {
  const { who } = looker;
  const people = ports.registry.people;
  const groups = await groupsOf(ports, people, refs);
  const records = [...new Set([...groups.values()].flatMap((group) => group.records))];
  const [bureaus, sealed, broken, offices] = await Promise.all([
    ports.persons.bureausOf(records),
    sealedAmong(ports, people, records),
    brokenAmong(ports, people, records, who.name, ports.clock.now().now),
    officesOfRecords(ports, records),
  ]);
  const has = (some: { has(record: Uuid): boolean }, group: Group): boolean =>
    group.records.some((record) => some.has(record));
  const views = new Map<Uuid, 'whole' | 'masked'>();
  for (const [ref, group] of groups) {
    const bureau = bureaus.get(group.person);
    const theirs = ports.offices.all().filter((office) => office.bureau === bureau);
    const reached = theirs.filter(({ code }) => inScope(ports.offices, who, code)).length;
    if (reached === 0) continue;
    const opened = has(broken, group);
    if (has(sealed, group) && !opened && !ports.mindsMinors(who)) continue;
    const own = group.records.some((record) =>
      offices.get(record)?.some((office) => inScope(ports.offices, who, office)),
    );
    const all = reached === theirs.length;
    views.set(ref, opened || own || all ? 'whole' : 'masked');
  }
  if (views.size === 0) return new Map();
  const shown = [...views.keys()].map((ref) => groups.get(ref) as Group);
  const { today } = ports.clock.now();
  const minors = new Set<Uuid>();
  const reason = why.reason ?? reasonsOf(broken, shown);
  const clear = await ports.persons.lookAt(
    shown.map(({ person }) => person),
    (found) => {
      for (const group of shown) {
        const person = found.get(group.person);
        if (person === undefined || person === 'erased') continue;
        if (has(sealed, group) || isMinor(person, today)) minors.add(group.person);
      }
      for (const [ref, view] of views)
        if (view === 'whole' && minors.has((groups.get(ref) as Group).person) && !toldWhy(why, reason)) {
          if (why.purpose === 'read') throw new Rejected(reject('reason-needed', { at: 'reason', code: 'missing' }));
          views.set(ref, 'masked');
        }
      return lookOf(looker, {
        purpose: why.purpose,
        ...(reason === undefined ? {} : { reason }),
        subjects: [...new Set(shown.flatMap((group) => group.records))],
        minors: [...minors],
        bureaus: [...new Set(shown.flatMap(({ person }) => bureaus.get(person) ?? []))],
      });
    },
  );
  for (const record of shown.flatMap((group) => group.records)) looker.recorded.add(record);
  return new Map(
    [...views].map(([ref, view]): readonly [Uuid, SeenPerson] => {
      const group = groups.get(ref) as Group;
      const person = clear.get(group.person);
      if (person === undefined || person === 'erased') return [ref, { ...group, view: 'erased' }];
      return [ref, view === 'whole' ? { ...group, view, ...person } : { ...group, view, ...masked(person) }];
    }),
  );
};

/** Whether somebody said why he looks at one person: a list of many is no such look, whatever is said of it. */
const toldWhy = ({ purpose }: Why, reason: string | undefined): boolean =>
  reason !== undefined && (purpose === 'read' || purpose === 'subject-export');

/** What was said when the glass of any of them was broken. */
const reasonsOf = (broken: ReadonlyMap<Uuid, string>, groups: readonly Group[]): string | undefined => {
  const reasons = new Set(groups.flatMap(({ records }) => records.flatMap((record) => broken.get(record) ?? [])));
  return reasons.size === 0 ? undefined : [...reasons].join('；');
};

/** Offices that ever recorded anything on a case of the person. What was decided about the record itself is no case. */
const officesOfRecords = async (
  { registry, takingPart, store }: RevealPorts,
  records: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly string[]>> => {
  const own = new Set(Object.values(registry.people?.streams ?? {}));
  const streams = await takingPart.streamsOf(records);
  const loaded = await store.loadMany([...new Set([...streams.values()].flat())]);
  return new Map(
    [...streams].flatMap(([record, ids]) => {
      const cases = ids.flatMap((id) => loaded.get(id) ?? []).filter(({ streamType }) => !own.has(streamType));
      const offices = cases.flatMap(({ owner, events }) => [owner, ...events.map(({ office }) => office)]);
      return offices.length === 0 ? [] : [[record, [...new Set(offices)]] as const];
    }),
  );
};
