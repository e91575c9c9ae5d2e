import type { FactSheet } from '#application/facts.js';
import { type LocalDate, addDays, addMonths, earliest, firstOfMonth } from '#kernel/dates.js';
import { caseDate, put, theCase } from './case-sheet.js';

const KIND = 'corrections.condition-duty';
const STRETCHES = { month: 1, quarter: 3 } as const;
export type Stretch = keyof typeof STRETCHES;

/** Bounds the duties of one case where its papers give an end that is far off. */
const LONGEST_YEARS = 30;

const firstDayOf = (stretch: Stretch, on: LocalDate): LocalDate => {
  const months = STRETCHES[stretch];
  const month = Number(on.slice(5, 7)) - 1;
  return addMonths(firstOfMonth(on), -(month % months));
};

const keyFor = (stretch: Stretch, opensOn: LocalDate): string => `${stretch}:${opensOn.slice(0, 7)}`;

/**
 * Lays down what a subject outside prison owes: a report on the condition for each calendar month, a re-examination for
 * each calendar quarter spent wholly in the register within the term. A part of a month or quarter owes nothing.
 * A subject outside prison for pregnancy, nursing or incapacity owes the monthly report only.
 * @source 社区矫正法实施办法 第二十四条: monthly report, three-monthly review; calendar quarters are the forms' 季度
 */
export const oweConditionReports = (sheet: FactSheet): void => {
  const subject = theCase(sheet);
  const [from, to] = [caseDate(sheet, 'inRegisterFrom'), caseDate(sheet, 'correctionTo')];
  if (subject?.fields['category'] !== 'outside-prison' || from === undefined || to === undefined) return;
  const end = earliest(to, addMonths(from, 12 * LONGEST_YEARS)) as LocalDate;
  const ground = subject.fields['ground'];
  const owed: readonly Stretch[] = ground === undefined || ground === 'medical' ? ['month', 'quarter'] : ['month'];
  const office = subject.office;
  const person = subject.person === undefined ? {} : { person: subject.person };
  for (const stretch of owed) {
    const months = STRETCHES[stretch];
    let opensOn = firstDayOf(stretch, from);
    if (opensOn < from) opensOn = addMonths(opensOn, months);
    for (;;) {
      const dueOn = addDays(addMonths(opensOn, months), -1);
      if (dueOn > end) break;
      put(sheet, KIND, keyFor(stretch, opensOn), { period: stretch, opensOn, dueOn }, { office, ...person });
      opensOn = addMonths(opensOn, months);
    }
  }
};

/** Marks the duty of the stretch that holds the day as met; the first time counts. */
export const meetCondition = (sheet: FactSheet, stretch: Stretch, on: LocalDate): void => {
  const key = keyFor(stretch, firstDayOf(stretch, on));
  const duty = sheet.get(KIND, key);
  if (duty !== undefined && duty.fields['metOn'] === undefined) put(sheet, KIND, key, { metOn: on });
};

const duties = (sheet: FactSheet) => (theCase(sheet)?.fields['category'] === 'outside-prison' ? sheet.all(KIND) : []);

/** Takes back the duties whose last day lies on or after the given one: the subject was not there to its end. */
export const oweNothingFrom = (sheet: FactSheet, on: LocalDate): void => {
  for (const { key, fields } of duties(sheet)) if ((fields['dueOn'] as LocalDate) >= on) sheet.remove(KIND, key);
};

/** Duties stay with the office in charge on their last day. */
export const moveDuties = (sheet: FactSheet): void => {
  const office = theCase(sheet)?.office;
  if (office !== undefined) for (const { key } of duties(sheet)) put(sheet, KIND, key, {}, { office });
};
