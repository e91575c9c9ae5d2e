import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type To, workday } from '#application/simulated-year.js';
import { addDays } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { DataOfEvent } from '../domain/events/index.js';
import { order } from './orders.js';

type Kind = DataOfEvent<'funds.StaffJoined'>['kind'];
type Duty = DataOfEvent<'funds.DutyAssigned'>['duty'];
type Numbers<Of extends string> = { readonly [Name in Of]?: number };

/** Posts and people as they stand at the year's end. */
export interface EstablishmentYear {
  readonly posts?: Numbers<Kind>;
  readonly staff?: Numbers<Kind>;
  readonly retired?: number;
  /** Duties of the bureau's own staff. A person may hold several, each once. */
  readonly duties?: Numbers<Duty>;
  /** Duties of persons whom other bodies lend; they hold no post. */
  readonly secondedDuties?: Numbers<Duty>;
}

interface Person {
  readonly to: To;
  readonly staffRef: Uuid;
  readonly kind: Kind;
  readonly orgUnit: string;
}

const entries = <Of extends string>(numbers: Numbers<Of> = {}): readonly (readonly [Of, number])[] =>
  Object.entries<number | undefined>(numbers).flatMap(([name, count]) =>
    count === undefined ? [] : [[name as Of, count] as const],
  );

const SECTIONS = ['办公室', '政工室', '社区矫正管理股', '普法与依法治理股', '人民参与和促进法治股', '公共法律服务股'];

/** Invented people, the first half at the bureau, the others at its offices. */
const people = (series: string, kinds: readonly Kind[], age: readonly [number, number], tools: SimulationTools) =>
  Promise.all(
    kinds.map(async (kind, at): Promise<Person> => {
      const key = `${series} ${at}`;
      const outside = at % 2 === 1 ? tools.offices[(at >> 1) % tools.offices.length] : undefined;
      const orgUnit = outside === undefined ? (SECTIONS[at % SECTIONS.length] ?? '办公室') : '司法所';
      const years = tools.random.between(...age);
      const staffRef = await tools.person(key, { age: years });
      return { to: { streamId: tools.id('staff', key), office: outside ?? tools.bureau }, staffRef, kind, orgUnit };
    }),
  );

const postsSet = ({ posts }: EstablishmentYear, tools: SimulationTools): readonly SimulatedCommand[] =>
  entries(posts).map(([kind, number]) => {
    const setOn = workday(tools, addDays(tools.yearStart, -1400), addDays(tools.yearStart, -400));
    const to = { streamId: tools.id('establishment', kind), office: tools.bureau };
    return order('funds.EstablishmentSet', to, { setOn, kind, posts: number });
  });

/** @throws RangeError where more hold a duty than serve */
const duties = (
  wanted: Numbers<Duty> | undefined,
  among: readonly Person[],
  tools: SimulationTools,
): readonly SimulatedCommand[] =>
  entries(wanted).flatMap(([duty, count], at) => {
    if (count > among.length) throw new RangeError(`duties.${duty}: ${count} of ${among.length} persons`);
    return Array.from({ length: count }, (_, index) => among[(index + at) % among.length] as Person).map((person) =>
      order('funds.DutyAssigned', person.to, {
        assignedOn: workday(tools, addDays(tools.yearStart, 200), addDays(tools.yearStart, 230)),
        duty,
      }),
    );
  });

/**
 * Posts, staff, pensioners and duties that stand so at the year's end. Most were there before the year; where there are
 * enough of them, two join, one moves away and one retires during it.
 * @throws RangeError where more hold a duty than serve
 */
export const establishmentYear = async (
  year: EstablishmentYear,
  tools: SimulationTools,
): Promise<readonly SimulatedCommand[]> => {
  const { retired = 0 } = year;
  const kinds = entries(year.staff).flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const main = entries(year.staff).reduce((most, entry) => (entry[1] > most[1] ? entry : most), [
    'administrative',
    0,
  ] as const);
  const changes = main[1] >= 10 && retired > 0;
  const isNew = (at: number): boolean => changes && kinds[at] === main[0] && kinds.indexOf(main[0]) + 2 > at;
  const standsOn = addDays(tools.yearStart, -1);
  const staying = await people('staff', kinds, [24, 58], tools);
  const goers: readonly Kind[] = changes ? [main[0], main[0]] : [];
  const going = await people('former staff', goers, [59, 60], tools);
  const pensioners = Array.from({ length: retired - (changes ? 1 : 0) }, (): Kind => 'administrative');
  const old = await people('pensioner', pensioners, [61, 82], tools);
  const lent = Math.max(0, ...entries(year.secondedDuties).map(([, count]) => count));
  const guests = await people(
    'seconded',
    Array.from({ length: lent }, (): Kind => 'administrative'),
    [28, 50],
    tools,
  );
  const imported = (person: Person, standing: 'in-post' | 'retired') => {
    const { staffRef, kind, orgUnit } = person;
    return order('funds.OpeningBalanceImported', person.to, { asOfDate: standsOn, staffRef, standing, kind, orgUnit });
  };
  const spring = () => workday(tools, addDays(tools.yearStart, 60), addDays(tools.yearStart, 150));
  return [
    ...postsSet(year, tools),
    ...staying.map((person, at) => {
      const { staffRef, kind, orgUnit } = person;
      if (!isNew(at)) return imported(person, 'in-post');
      return order('funds.StaffJoined', person.to, { joinedOn: spring(), staffRef, kind, orgUnit });
    }),
    ...going.map((person) => imported(person, 'in-post')),
    ...going.map((person, at) =>
      at === 0
        ? order('funds.StaffRetired', person.to, { retiredOn: spring() })
        : order('funds.StaffLeft', person.to, { leftOn: spring(), leavingReason: 'transferred-out' }),
    ),
    ...old.map((person) => imported(person, 'retired')),
    ...guests.map((person) => {
      const { staffRef } = person;
      const fields = { secondedOn: spring(), staffRef, fromOrg: '省监狱管理局', orgUnit: '社区矫正中心' };
      return order('funds.StaffSecondedIn', person.to, fields);
    }),
    ...duties(year.duties, staying, tools),
    ...duties(year.secondedDuties, guests, tools),
  ];
};
