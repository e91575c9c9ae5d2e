import { workday } from '#application/simulated-year.js';
import type { SimulationTools } from '#application/case-binding.js';
import { type LocalDate, addDays, addMonths, daysBetween } from '#kernel/dates.js';
import { type Counts, type CountedCategory, categories } from './counts.js';
import { type Subject, type TerminationKind, newSubject } from './population.js';

/** Days in the register before a case may end in each way, so that the steps before it have room. */
const ROOM = { released: 20, terminated: 45, 'transferred-out': 50 } as const;
/** The shortest sentence served in full within the year, with the days before intake (拘役 2 months, 管制 3 months). */
const SHORTEST_STAY = 95;

const TERMINATIONS: readonly (readonly [leaf: string, why: TerminationKind, category?: CountedCategory])[] = [
  ['terminatedTakenIntoCustody', 'taken-into-prison', 'outside-prison'],
  ['terminatedParoleRevoked', 'parole-revoked', 'parole'],
  ['terminatedProbationRevoked', 'probation-revoked', 'probation'],
  ['terminatedDeath', 'death'],
  ['terminatedOther', 'other'],
];

/**
 * Casts everybody of a case file's year, who was there, who came, who left and when: an opening register (at the earliest year-end known, with the net change of each year up to
 * the opening), those received and transferred in, and those who leave, each by category.
 * @throws RangeError when more leave a category than there are
 */
export const castYear = async (counts: Counts, tools: SimulationTools): Promise<readonly Subject[]> => {
  const yearEnds = yearEndsOf(counts, Number(tools.yearStart.slice(0, 4)));
  const [first] = yearEnds as [YearEnd];
  const importedOn = `${first.year}-12-31`;
  const earlier = await earlierYears(yearEnds, tools);
  const arrivedLate = earlier.filter(({ exit }) => exit === undefined).length;
  const opening = await opened(counts, tools, importedOn, arrivedLate);
  const received = await arrivals('received', counts, tools);
  const transferred = await arrivals('transferred-in', counts, tools);
  const stock = [...opening, ...earlier.filter(({ exit }) => exit === undefined)];
  for (const subject of stock) subject.correctionTo = addMonths(tools.to, tools.random.between(2, 22));
  const present = [...stock, ...received, ...transferred];
  for (const subject of [...received, ...transferred]) settleTerm(subject, tools);
  leave(present, counts, tools);
  return [...earlier.filter(({ exit }) => exit !== undefined), ...present];
};

interface YearEnd {
  readonly year: number;
  readonly count: number;
}

const yearEndsOf = (counts: Counts, year: number): readonly YearEnd[] => {
  const before = counts.after('registerAtEndOf').map(([text, count]) => ({ year: Number(text), count }));
  const last = before.find((item) => item.year === year - 1);
  if (last !== undefined && last.count !== counts.total('opening'))
    throw new RangeError(`the register at the end of ${last.year} is not the opening register`);
  const known = before.filter((item) => item.year < year - 1).sort((a, b) => a.year - b.year);
  return [...known, { year: year - 1, count: counts.total('opening') }];
};

/** Those who left, or came, in the years between the import and the year reported on: the net change of each year. */
const earlierYears = async (yearEnds: readonly YearEnd[], tools: SimulationTools): Promise<readonly Subject[]> => {
  const [first, ...later] = yearEnds;
  const found: Promise<Subject>[] = [];
  let before = first?.count ?? 0;
  for (const { year, count } of later) {
    const [from, to] = [`${year}-01-05`, `${year}-12-20`];
    for (let at = 0; at < Math.abs(count - before); at += 1) {
      const key = `${year}-${at + 1}`;
      if (count < before) found.push(leftBefore(key, `${first?.year ?? 0}-12-31`, workday(tools, from, to), tools));
      else
        found.push(
          newSubject(tools, key, { category: 'probation', entry: 'received', enteredOn: workday(tools, from, to) }),
        );
    }
    before = count;
  }
  return Promise.all(found);
};

const leftBefore = async (
  key: string,
  enteredOn: LocalDate,
  on: LocalDate,
  tools: SimulationTools,
): Promise<Subject> => {
  const subject = await newSubject(tools, key, { category: 'probation', entry: 'imported', enteredOn });
  subject.exit = { kind: 'released', on };
  subject.correctionTo = on;
  return subject;
};

const opened = (
  counts: Counts,
  tools: SimulationTools,
  enteredOn: LocalDate,
  arrivedLate: number,
): Promise<Subject[]> => {
  const open = counts.byCategory('opening');
  const wanted = { ...open, probation: open.probation - arrivedLate };
  if (wanted.probation < 0) throw new RangeError('the opening register is smaller than what the years before it leave');
  return Promise.all(
    categories.flatMap((category) =>
      Array.from({ length: wanted[category] }, (_, at) =>
        newSubject(tools, `o-${category}-${at + 1}`, { category, entry: 'imported', enteredOn }),
      ),
    ),
  );
};

const FLOWS = { received: ['received', 'r'], 'transferred-in': ['transferredIn', 'ti'] } as const;

const arrivals = (entry: keyof typeof FLOWS, counts: Counts, tools: SimulationTools): Promise<Subject[]> => {
  const [flow, letter] = FLOWS[entry];
  const wanted = counts.byCategory(flow);
  const { from, to } = tools;
  // Reviews of the condition fall due by whole quarters; late arrivals leave the year's duties to those who were there.
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
  return Promise.all(
    categories.flatMap((category) =>
      Array.from({ length: wanted[category] }, (_, at) => {
        const enteredOn = workday(tools, category === 'outside-prison' ? middle : addDays(from, 2), addDays(to, -2));
        return newSubject(tools, `${letter}-${category}-${at + 1}`, { category, entry, enteredOn });
      }),
    ),
  );
};

/** A term of whole months, within the bounds of the law, that outlasts the window. */
const settleTerm = (subject: Subject, { to, random }: SimulationTools): void => {
  const most = subject.category === 'public-surveillance' ? 24 : 48;
  let months = random.between(12, most);
  while (addMonths(subject.correctionFrom, months) < addDays(to, 45)) months += 1;
  subject.correctionTo = addDays(addMonths(subject.correctionFrom, months), -1);
};

const leave = (present: readonly Subject[], counts: Counts, tools: SimulationTools): void => {
  const { random, from, to } = tools;
  const staying = (category: CountedCategory | undefined, days: number): readonly Subject[] =>
    random.shuffle(
      present.filter(
        (subject) =>
          subject.exit === undefined &&
          (category === undefined || subject.category === category) &&
          daysBetween(subject.enteredOn > from ? subject.enteredOn : from, to) > days,
      ),
    );
  const take = (
    flow: string,
    count: number,
    category: CountedCategory | undefined,
    days: number,
  ): readonly Subject[] => {
    const found = staying(category, days);
    const old = found.filter(({ entry }) => entry === 'imported');
    const ordered = [...old, ...found.filter(({ entry }) => entry !== 'imported')];
    if (ordered.length < count)
      throw new RangeError(`${flow}: ${count} leave, but only ${ordered.length} ${category ?? 'subjects'} could`);
    // Most of those whose term ends came before the year; a tenth serve a short sentence within it.
    const short = flow === 'released' ? Math.min(Math.floor(count / 10), ordered.length - old.length) : 0;
    return [...old.slice(0, Math.max(count - short, 0)), ...ordered.slice(old.length)].slice(0, count);
  };
  const inWindow = (subject: Subject, room: number): LocalDate => {
    const first = addDays(subject.enteredOn > from ? subject.enteredOn : from, room);
    return workday(
      tools,
      subject.category === 'outside-prison' && first < addDays(to, -60) ? addDays(to, -60) : first,
      to,
    );
  };

  let others = counts.total('terminated');
  for (const [leaf, why, category] of TERMINATIONS) {
    others -= counts.of(leaf);
    for (const subject of take(leaf, counts.of(leaf), category, ROOM.terminated))
      subject.exit = { kind: 'terminated', on: inWindow(subject, ROOM.terminated), why };
  }
  if (others < 0) throw new RangeError('the kinds of termination are more than their total');
  for (const subject of take('terminated', others, 'probation', ROOM.terminated))
    subject.exit = { kind: 'terminated', on: inWindow(subject, ROOM.terminated), why: 'probation-revoked' };

  for (const [flow, kind] of [
    ['transferredOut', 'transferred-out'],
    ['released', 'released'],
  ] as const) {
    const known = counts.knownCategories(flow);
    const wanted =
      known === undefined
        ? [[undefined, counts.total(flow)] as const]
        : categories.map((c) => [c, counts.byCategory(flow)[c]] as const);
    const days = kind === 'released' ? SHORTEST_STAY : ROOM[kind];
    for (const [category, count] of wanted)
      for (const subject of take(flow, count, category, days)) {
        if (kind === 'released') release(subject, inWindow(subject, ROOM.released), tools);
        else subject.exit = { kind, on: inWindow(subject, ROOM[kind]) };
      }
  }
};

/** The term ends on the day of release; whoever came this year on probation served a short detention. */
const release = (subject: Subject, on: LocalDate, { to, random }: SimulationTools): void => {
  let end = on;
  if (subject.entry === 'received' && subject.category === 'probation') {
    const longest = Math.floor(daysBetween(subject.correctionFrom, to) / 31);
    end = addDays(addMonths(subject.correctionFrom, random.between(2, Math.max(2, Math.min(12, longest)))), -1);
    subject.detained = true;
  }
  if (subject.entry === 'received' && subject.category === 'public-surveillance') {
    const shortest = addDays(addMonths(subject.correctionFrom, 3), -1);
    if (end < shortest) end = shortest;
  }
  subject.correctionTo = end;
  subject.exit = { kind: 'released', on: end };
};
