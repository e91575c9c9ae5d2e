import type { SimulationTools } from '#application/case-binding.js';
import { type LocalDate, addDays, addMonths, daysBetween, earliest, latest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { CountedCategory } from './counts.js';

export type TerminationKind = DataOfEvent<'corrections.CorrectionTerminated'>['kind'];
type AgeBand = DataOfEvent<'corrections.SubjectReceived'>['ageBand'];

/** How a subject leaves the register. */
export type Exit =
  | { readonly kind: 'released' | 'transferred-out'; readonly on: LocalDate }
  | { readonly kind: 'terminated'; readonly on: LocalDate; readonly why: TerminationKind };

/** One subject of the simulated bureau: when in, when out, and the sentence that makes both believable. */
export interface Subject {
  readonly key: string;
  readonly caseId: Uuid;
  readonly personRef: Uuid;
  readonly sex: 'male' | 'female';
  readonly minor: boolean;
  readonly ageBand: AgeBand;
  readonly category: CountedCategory;
  readonly office: string;
  readonly entry: 'imported' | 'received' | 'transferred-in';
  /** First day in the register as this system counts it. */
  readonly enteredOn: LocalDate;
  readonly judgmentDocNo: string;
  /** First and last day of the term, settled when it is known how the year goes for the subject. */
  correctionFrom: LocalDate;
  correctionTo: LocalDate;
  /** A short sentence served in full within the year (拘役). */
  detained: boolean;
  exit?: Exit;
}

/** First and last day of the window on which business may happen in the subject's case; the day of leaving is not one. */
export const presence = (subject: Subject, { from, to }: Pick<SimulationTools, 'from' | 'to'>) => ({
  from: latest(subject.enteredOn, from) as LocalDate,
  to: subject.exit === undefined ? to : (earliest(addDays(subject.exit.on, -1), to) as LocalDate),
});

export const daysPresent = (subject: Subject, window: Pick<SimulationTools, 'from' | 'to'>): number => {
  const { from, to } = presence(subject, window);
  return daysBetween(from, to) + 1;
};

const ageBandOf = (age: number): AgeBand => {
  if (age < 18) return 'under-18';
  if (age <= 25) return '18-to-25';
  if (age <= 45) return '26-to-45';
  return age <= 60 ? '46-to-60' : 'over-60';
};

/** Brings a subject into being; who it is in person is invented by the platform. */
export const newSubject = async (
  tools: SimulationTools,
  key: string,
  { category, entry, enteredOn }: Pick<Subject, 'category' | 'entry' | 'enteredOn'>,
): Promise<Subject> => {
  const { random } = tools;
  const sex = random.next() < 0.12 ? 'female' : 'male';
  const minor = category === 'probation' && random.next() < 0.01;
  const age = minor ? 17 : random.between(19, 66);
  const office = random.pick(tools.offices);
  const correctionFrom = addDays(enteredOn, -(entry === 'received' ? random.between(4, 9) : random.between(90, 330)));
  const judgmentDocNo = `（${correctionFrom.slice(0, 4)}）刑初${random.between(10, 2990)}号`;
  const caseId = tools.id('case', key);
  return {
    key,
    caseId,
    personRef: await tools.person(`subject ${key}`, { sex, age }),
    sex,
    minor,
    ageBand: ageBandOf(age),
    category,
    office,
    entry,
    enteredOn,
    judgmentDocNo,
    correctionFrom,
    correctionTo: addMonths(enteredOn, 12),
    detained: false,
  };
};
