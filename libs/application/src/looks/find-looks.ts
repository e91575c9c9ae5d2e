import { type BureauCode, type Principal, Rejected, type Uuid, reject } from '../kernel.js';
import { EVERY_OFFICE, inScope } from '../office-scope.js';
import { type StandingPorts, groupsOf } from '../persons/standing.js';
import type { Clock } from '../ports/clock.js';
import type { LookQuestion, Looks } from '../ports/looks.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Look } from './look.js';
import { type OddUse, oddUses } from './odd-use.js';

export interface LooksPorts extends StandingPorts {
  readonly looks: Pick<Looks, 'find'>;
  readonly offices: OfficeDirectory;
  readonly clock: Clock;
}

/** What may be asked of the records of looking. */
export type AskedLooks = Omit<LookQuestion, 'subjects' | 'bureaus' | 'minors'> & { readonly subject?: Uuid };

/** Looks, newest first, and where the next page begins. A merged person's are those at any of his records. */
export const findLooks = async (
  ports: LooksPorts,
  who: Principal,
  { subject, limit, ...asked }: AskedLooks,
): Promise<{ readonly looks: readonly Look[]; readonly next?: number }> => {
  const groups = subject === undefined ? undefined : await groupsOf(ports, ports.registry.people, [subject]);
  const subjects = groups?.get(subject as Uuid)?.records;
  const within = bureausSeen(ports.offices, who);
  const found = await ports.looks.find({
    ...{ ...asked, limit: limit + 1 },
    ...(subjects === undefined ? {} : { subjects }),
    ...(within === undefined ? {} : { bureaus: within }),
  });
  const looks = found.slice(0, limit);
  const last = looks.at(-1);
  return { looks, ...(found.length > limit && last !== undefined ? { next: last.position } : {}) };
};

const DAY = 86_400_000;
/** Days that are gone through for what is odd: since the review of the week before. */
const REVIEWED = 8;
/** Looks at minors that are gone through at most: more of them is odd enough, and named by those. */
const MOST = 20_000;

/** What was odd of late in the use of what is held of minors, newest first. @rejects not-found nobody's bureau */
export const findOddUses = async (ports: LooksPorts, who: Principal): Promise<readonly OddUse[]> => {
  const within = bureausSeen(ports.offices, who);
  if (within?.length === 0) throw new Rejected(reject('not-found'));
  const from = new Date(Date.parse(ports.clock.now().now) - REVIEWED * DAY).toISOString();
  const bureaus = within === undefined ? {} : { bureaus: within };
  return oddUses(await ports.looks.find({ from, minors: true, limit: MOST, ...bureaus }));
};

/** Bureaus somebody answers for the whole of; undefined for all there are and were. */
const bureausSeen = (offices: OfficeDirectory, who: Principal): readonly BureauCode[] | undefined => {
  if (who.offices.includes(EVERY_OFFICE)) return undefined;
  const theirs = Map.groupBy(offices.all(), ({ bureau }) => bureau);
  return [...theirs].flatMap(([bureau, own]) => (own.every(({ code }) => inScope(offices, who, code)) ? [bureau] : []));
};
