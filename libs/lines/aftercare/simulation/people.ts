import type { SimulationTools } from '#application/case-binding.js';
import { workday } from '#application/simulated-year.js';
import { type LocalDate, addDays, addMonths, earliest, latest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { EndKind, KeyClass, SettlementMode, SettlementNeed } from '../domain/enumerations.js';

/** One released person of the simulated bureau: how they came, what the year brings, how they go. */
export interface Person {
  readonly key: string;
  readonly caseId: Uuid;
  readonly personRef: Uuid;
  readonly office: string;
  readonly entry: 'imported' | 'released' | 'moved-in';
  readonly fromPrison: boolean;
  releasedOn: LocalDate;
  /** Day of the link, the move or the opening balance; undefined for who is never linked. */
  supportedFrom?: LocalDate;
  exit?: { readonly on: LocalDate; readonly kind: EndKind | 'moved-out' };
  /** Not proven to be nobody who lives here. */
  resident: boolean;
  failed: boolean;
  keyOnRelease: boolean;
  collected: boolean;
  grouped: boolean;
  contacts: number;
  need: SettlementNeed;
  settlement?: SettlementMode;
  keyClass?: KeyClass;
  missingOn?: LocalDate;
  dualListed: boolean;
  reoffended: boolean;
}

/** Days within which to report, as the prison writes into the papers. */
export const REPORT_DAYS = 7;
const SUPPORT_MONTHS = 60;

export const stillThere = ({ supportedFrom, exit }: Person): boolean =>
  supportedFrom !== undefined && exit === undefined;

/** First and last day of the window on which the person can be met. */
export const span = (person: Person, { from, to }: Pick<SimulationTools, 'from' | 'to'>) => {
  const first = latest(person.supportedFrom, from) as LocalDate;
  const gone = earliest(person.exit?.on, person.missingOn);
  const last = gone === undefined ? to : addDays(gone, -1);
  return { first, last: latest(first, last) as LocalDate };
};

/** A working day between two days of the person's year. */
export const someDay = (person: Person, tools: SimulationTools): LocalDate => {
  const { first, last } = span(person, tools);
  return workday(tools, first, last);
};

/** Brings a person into being; who it is by name is invented by the platform. */
export const newPerson = async (tools: SimulationTools, entry: Person['entry'], at: number): Promise<Person> => {
  const { random, from, to } = tools;
  const key = `${entry}-${at + 1}`;
  const sex = random.next() < 0.09 ? 'female' : 'male';
  const age = random.between(20, 64);
  const office = random.pick(tools.offices);
  const base = { key, caseId: tools.id('case', key), office, entry, fromPrison: random.next() < 0.85 };
  const plain = {
    resident: true,
    failed: false,
    keyOnRelease: false,
    collected: false,
    grouped: false,
    contacts: 0,
    need: 'needed',
    dualListed: false,
    reoffended: false,
  } as const;
  const dates = datesOf(entry, from, to, tools);
  return { ...base, ...plain, ...dates, personRef: await tools.person(`aftercare ${key}`, { sex, age }) };
};

/** When released, and since when in support; who is released in the window is linked in time, until it is known otherwise. */
const datesOf = (
  entry: Person['entry'],
  from: LocalDate,
  to: LocalDate,
  tools: SimulationTools,
): Pick<Person, 'releasedOn' | 'supportedFrom'> => {
  const { random } = tools;
  switch (entry) {
    case 'imported':
      return {
        releasedOn: random.date(addDays(addMonths(to, -SUPPORT_MONTHS), 15), addDays(from, -20)),
        supportedFrom: addDays(from, -1),
      };
    case 'released': {
      const releasedOn = random.date(from, latest(from, addDays(to, -REPORT_DAYS)) as LocalDate);
      return { releasedOn, supportedFrom: addDays(releasedOn, random.between(0, REPORT_DAYS - 1)) };
    }
    case 'moved-in': {
      const supportedFrom = workday(tools, from, to);
      return { releasedOn: addDays(supportedFrom, -random.between(40, 1500)), supportedFrom };
    }
  }
};

/** Ends a person's year: the day, and for the end of the term a release as long ago as the term is. */
export const leave = (person: Person, kind: EndKind | 'moved-out', tools: SimulationTools): void => {
  const { random, to } = tools;
  const { first } = span(person, tools);
  const on = workday(tools, earliest(addDays(first, 10), to) as LocalDate, to);
  person.exit = { on, kind };
  if (kind === 'term-over') person.releasedOn = addDays(addMonths(on, -SUPPORT_MONTHS), -random.between(0, 12));
  if (kind === 'written-off') person.missingOn = latest(first, addDays(on, -random.between(5, 60)));
};
