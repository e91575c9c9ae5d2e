import type { PeopleDefinition } from '../define-line.js';
import type { CommandHandler } from '../handle-command.js';
import { type BureauCode, type Principal, type Receipt, Rejected, type Uuid, reject } from '../kernel.js';
import { inScope, officesInScope } from '../office-scope.js';
import type { Looker } from '../looks/look.js';
import type { Ids } from '../ports/clock.js';
import type { PersonRegistry } from '../ports/person-registry.js';
import { headOffice } from '../sealing/head-office.js';
import { type RevealPorts, type SeenPerson, reveal } from './reveal.js';
import { matchKinds, termsAsked } from './search-terms.js';
import { groupsOf, streamOf } from './standing.js';

export interface DeskPorts extends RevealPorts {
  readonly persons: PersonRegistry;
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly ids: Ids;
}

/** Who asks, and the request it belongs to. */
export interface Asker {
  readonly who: Principal;
  readonly correlationId: Uuid;
}

export interface Found {
  readonly persons: readonly SeenPerson[];
  /** Where the next page begins. */
  readonly next?: Uuid;
}

/** Persons of a bureau by name, pinyin, initials, the end of a number or the whole of it; empty for what nobody is found by. */
export const findPersons = async (
  ports: DeskPorts,
  looker: Looker,
  { bureau, asked, after, limit }: { bureau: BureauCode; asked: string; after?: Uuid; limit: number },
): Promise<Found> => {
  const terms = termsAsked(asked);
  if (terms.length === 0) return { persons: [] };
  const page = { limit: limit + 1, ...(after === undefined ? {} : { after }) };
  const refs = await ports.persons.find(bureau, terms, page);
  const shown = refs.slice(0, limit);
  const seen = await reveal(ports, looker, { purpose: 'search' }, shown);
  const persons = new Map([...seen.values()].map((person) => [person.person, person]));
  const last = shown.at(-1);
  return { persons: [...persons.values()], ...(refs.length > limit && last !== undefined ? { next: last } : {}) };
};

/** One person. @rejects not-found nobody, or nobody the caller may see; @rejects reason-needed a minor, and no reason */
export const seePerson = async (ports: DeskPorts, looker: Looker, ref: Uuid, reason?: string): Promise<SeenPerson> => {
  const seen = await reveal(ports, looker, { purpose: 'read', ...(reason === undefined ? {} : { reason }) }, [ref]);
  return seen.get(ref) ?? refuseAsUnknown();
};

/** Records that are likely to be of one person, with what they share. */
export interface Duplicate {
  readonly persons: readonly SeenPerson[];
  readonly reasons: readonly (typeof matchKinds)[number][];
}

/** What may be one person twice, those with the strongest reason first; what is merged already is left out. */
export const duplicatesIn = async (
  ports: DeskPorts,
  looker: Looker,
  bureau: BureauCode,
  limit: number,
): Promise<readonly Duplicate[]> => {
  const shared = await ports.persons.shared(bureau);
  const groups = await groupsOf(ports, ports.registry.people, [...new Set(shared.flatMap(({ persons }) => persons))]);
  const found = new Map<string, { refs: readonly Uuid[]; reasons: Set<(typeof matchKinds)[number]> }>();
  for (const { kind, persons } of shared) {
    const refs = [...new Set(persons.map((ref) => groups.get(ref)?.person ?? ref))].sort();
    if (refs.length < 2) continue;
    const known = found.get(refs.join()) ?? { refs, reasons: new Set() };
    known.reasons.add(kind);
    found.set(refs.join(), known);
  }
  const strength = ({ reasons }: { reasons: Set<(typeof matchKinds)[number]> }): number =>
    matchKinds.findIndex((kind) => reasons.has(kind));
  const chosen = [...found.values()].sort((a, b) => strength(a) - strength(b)).slice(0, limit);
  const seen = await reveal(
    ports,
    looker,
    { purpose: 'duplicates' },
    chosen.flatMap(({ refs }) => refs),
  );
  return chosen.flatMap(({ refs, reasons }) => {
    const persons = refs.flatMap((ref) => seen.get(ref) ?? []);
    return persons.length < 2 ? [] : [{ persons, reasons: matchKinds.filter((kind) => reasons.has(kind)) }];
  });
};

/** Takes one record for another of the same person: figures of persons count them once from now on. @rejects not-found, already-merged */
export const mergePersons = async (
  ports: DeskPorts,
  asker: Asker,
  { person, into, reason }: { person: Uuid; into: Uuid; reason: string },
): Promise<Receipt> => {
  const people = peopleOf(ports);
  const bureau = await bureauWide(ports, asker.who, person, into);
  const groups = await groupsOf(ports, people, [person, into]);
  const survivor = groups.get(into)?.person;
  // A merger into a record that stands for another, or back into its own group, would be a chain nobody asked for.
  if (survivor !== into || groups.get(person)?.person !== person || survivor === groups.get(person)?.person)
    throw new Rejected(reject('already-merged', { at: survivor === into ? 'person' : 'into', code: 'already-merged' }));
  const { today } = ports.clock.now();
  return send(ports, asker, bureau, {
    type: people.merge,
    streamId: streamOf(people.streams.merge, person),
    data: { mergedOn: today, person, into, reason },
  });
};

/** Takes a record for a person of its own again; every figure is what it was. @rejects not-found, illegal-step */
export const unmergePerson = async (
  ports: DeskPorts,
  asker: Asker,
  { person, reason }: { person: Uuid; reason: string },
): Promise<Receipt> => {
  const people = peopleOf(ports);
  const bureau = await bureauWide(ports, asker.who, person);
  const { today } = ports.clock.now();
  return send(ports, asker, bureau, {
    type: people.unmerge,
    streamId: streamOf(people.streams.merge, person),
    data: { unmergedOn: today, person, reason },
  });
};

/** Seals an identity, or opens it again, on a legal ground. @rejects not-found, illegal-step */
export const turnSeal = async (
  ports: DeskPorts,
  asker: Asker,
  { person, sealed, ground }: { person: Uuid; sealed: boolean; ground: string },
): Promise<Receipt> => {
  const people = peopleOf(ports);
  const bureau = await bureauWide(ports, asker.who, person);
  const { today } = ports.clock.now();
  return send(ports, asker, bureau, {
    type: sealed ? people.seal : people.unseal,
    streamId: streamOf(people.streams.seal, person),
    data: { [sealed ? 'sealedOn' : 'unsealedOn']: today, person, ground },
  });
};

const MINUTE = 60_000;

/** Opens one person to one caller for a while, wherever the person's cases are. @rejects not-found */
export const breakGlass = async (
  ports: DeskPorts,
  asker: Asker,
  { person, reason, minutes }: { person: Uuid; reason: string; minutes: number },
): Promise<{ readonly until: string; readonly receipt: Receipt }> => {
  const people = peopleOf(ports);
  const { who } = asker;
  const bureau = (await ports.persons.bureausOf([person])).get(person) ?? refuseAsUnknown();
  const [office] = officesInScope(ports.offices, who, bureau);
  if (office === undefined) return refuseAsUnknown();
  const { now, today } = ports.clock.now();
  const until = new Date(Date.parse(now) + minutes * MINUTE).toISOString();
  const receipt = await send(
    ports,
    asker,
    bureau,
    {
      type: people.breakGlass,
      streamId: streamOf(people.streams.glass, person, who.name),
      data: { brokenOn: today, person, by: who.name, reason, until },
    },
    office,
  );
  return { until, receipt };
};

/** @rejects not-found where no line keeps what is decided about persons */
export const peopleOf = ({ registry }: Pick<DeskPorts, 'registry'>): PeopleDefinition =>
  registry.people ?? refuseAsUnknown();

/** The one bureau of persons, of the whole of which the caller answers. @rejects not-found */
export const bureauWide = async (ports: DeskPorts, who: Principal, ...refs: readonly Uuid[]): Promise<BureauCode> => {
  const found = await ports.persons.bureausOf(refs);
  const [bureau, ...others] = new Set(refs.map((ref) => found.get(ref) ?? refuseAsUnknown()));
  if (bureau === undefined || others.length > 0) return refuseAsUnknown();
  if (!inScope(ports.offices, who, headOffice(ports.offices, bureau))) return refuseAsUnknown();
  return bureau;
};

export const send = (
  { handler, offices, ids }: DeskPorts,
  { who, correlationId }: Asker,
  bureau: BureauCode,
  order: { readonly type: string; readonly streamId: Uuid; readonly data: object },
  office = headOffice(offices, bureau),
): Promise<Receipt> =>
  handler.handle({
    ...order,
    commandId: ids.next(),
    bureau,
    office,
    principal: who,
    source: 'MANUAL',
    correlationId,
  });

const refuseAsUnknown = (): never => {
  throw new Rejected(reject('not-found'));
};
