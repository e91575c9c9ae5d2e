import { compileCondition, fieldsOfCondition, isSpells, plainOn } from './condition.js';
import type { Fact, FactValue } from './facts.js';
import { type LocalDate, type OfficeCode, type Uuid, isLocalDate, uuidV5 } from './kernel.js';
import type { MeasureDefinition } from './measure.js';

/** What one fact contributes to one measure on one date; the platform adds whence and by which event. */
export interface PostedAmount {
  readonly office: OfficeCode;
  /** Date that decides the period. */
  readonly on: LocalDate;
  /** Class date of a cohort measure; null for flows and stocks. */
  readonly cohort: LocalDate | null;
  /** Values of the splits as canonical JSON: keys sorted, values as text, absent ones left out. */
  readonly splits: string;
  /** 1 or −1 for counts; for sums the field's number, or its exact decimal text. Never 0. */
  readonly amount: string | number;
  /** Set where persons are counted (unit 人); where a measure counts something else once, an id that follows from its text. */
  readonly person: Uuid | null;
}

export type PostFact = (fact: Fact) => readonly PostedAmount[];

const NONE: readonly PostedAmount[] = Object.freeze([]);
const PERSONS = '人';

/** Every field of a fact that a measure reads. While none of them (nor office or person) changes, its postings do not. */
export const fieldsOf = (measure: MeasureDefinition): readonly string[] => {
  const named = [measure.on, measure.from, measure.to, measure.cohort, measure.sum, measure.distinct];
  const read = named.filter((name) => name !== undefined);
  return [...new Set([...read, ...measure.splits, ...fieldsOfCondition(measure.where)])].sort();
};

/** Whether two states of a fact post the same, judged by identity of what is read: cheap, and never wrongly true. */
export const postsAlike = (fields: readonly string[], before: Fact, after: Fact): boolean => {
  if (before.office !== after.office || before.person !== after.person) return false;
  for (const name of fields) if (before.fields[name] !== after.fields[name]) return false;
  return true;
};

const negated = (amount: string | number): string | number => {
  if (typeof amount === 'number') return -amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
};

const officeOn = ({ office }: Fact, on: LocalDate): OfficeCode => {
  if (typeof office === 'string') return office;
  const owner = plainOn(office, on) ?? office[0]?.value;
  if (owner === undefined) throw new RangeError('A fact without an office cannot be posted');
  return owner as OfficeCode;
};

/** Texts of splits made so far, by the values that make them: a few hundred, asked for millions of times. */
interface SplitsText {
  text?: string;
  readonly next: Map<unknown, SplitsText>;
}
const MOST_TEXTS = 10_000;

/** The values of splits as canonical JSON; the same values give the very same string, which is found by identity later. */
const compileSplits = (names: readonly string[]): ((fields: Fact['fields'], on: LocalDate) => string) => {
  const sorted = [...names].sort();
  const textOf = (fields: Fact['fields'], on: LocalDate): string =>
    JSON.stringify(
      Object.fromEntries(
        sorted.flatMap((name) => {
          const value = plainOn(fields[name], on);
          return value === undefined ? [] : [[name, String(value)]];
        }),
      ),
    );
  let known: SplitsText = { next: new Map() };
  let texts = 0;
  return (fields, on) => {
    let at = known;
    for (const name of sorted) {
      const value = plainOn(fields[name], on);
      let next = at.next.get(value);
      if (next === undefined) at.next.set(value, (next = { next: new Map() }));
      at = next;
    }
    if (at.text === undefined) {
      at.text = textOf(fields, on);
      texts += 1;
      if (texts > MOST_TEXTS) {
        known = { next: new Map() };
        texts = 0;
      }
    }
    return at.text;
  };
};

const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

const DECIMAL = /^-?\d+(\.\d+)?$/;

const compileAmount = ({
  sum,
  bureau,
}: MeasureDefinition): ((fields: Fact['fields']) => string | number | undefined) => {
  if (sum === undefined) return () => 1;
  return (fields) => {
    const value = fields[sum];
    if (typeof value === 'number') return Number.isFinite(value) && value !== 0 ? value : undefined;
    if (typeof value !== 'string' || value === '' || isZero(value)) return undefined;
    return bureau === undefined || DECIMAL.test(value) ? value : undefined;
  };
};

type DateIn = (fields: Fact['fields'], name: string) => LocalDate | undefined;

const dateOfLine: DateIn = (fields, name) => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};

/** What a bureau names as a day may be none in some fact, and must then not reach the ledger. */
const dateOfBureau: DateIn = (fields, name) => {
  const value = fields[name];
  return isLocalDate(value) ? value : undefined;
};

const NO_DAYS: readonly LocalDate[] = Object.freeze([]);

/** Days after `from` and before `to` on which one of the spell lists begins a new spell, in order, once each. */
const turns = (lists: readonly FactValue[], from: LocalDate, to: LocalDate | undefined): readonly LocalDate[] => {
  let days: Set<LocalDate> | undefined;
  for (const list of lists) {
    if (!isSpells(list)) continue;
    for (const spell of list)
      if (spell.from > from && (to === undefined || spell.from < to)) (days ??= new Set()).add(spell.from);
  }
  return days === undefined ? NO_DAYS : [...days].sort();
};

/** Who, or what, a posting remembers so that it can be counted once: the same text is the same in every stream. */
const countedOnce = ({ unit, distinct }: MeasureDefinition): ((fact: Fact) => Uuid | null) => {
  if (distinct !== undefined)
    return ({ fields: { [distinct]: value } }) => (typeof value === 'string' ? uuidV5('counted', value) : null);
  return unit === PERSONS ? (fact) => fact.person ?? null : () => null;
};

const required = (measure: MeasureDefinition, name: 'on' | 'from' | 'cohort'): string => {
  const field = measure[name];
  if (field === undefined) throw new TypeError(`Measure ${measure.code} of kind ${measure.kind} needs \`${name}\``);
  return field;
};

/**
 * Turns a measure into the function that says what a fact posts.
 *
 * A flow posts once on its date. A stock or cohort posts +1 where it begins and −1 where it ends; an end on or before
 * the beginning posts nothing, no end leaves it open. Office, splits and conditions that hold spells are read on the
 * posting's date, so that a change while open posts −1 under the old values and +1 under the new ones on that day. An
 * office is taken from the first spell for a date before it.
 * @throws TypeError when the measure lacks a date its kind needs
 */
export const compileMeasure = (measure: MeasureDefinition): PostFact => {
  const holds = compileCondition(measure.where);
  const splitsOn = compileSplits(measure.splits);
  const amountOf = compileAmount(measure);
  const person = countedOnce(measure);
  const dateIn = measure.bureau === undefined ? dateOfLine : dateOfBureau;

  if (measure.kind === 'flow') {
    const onField = required(measure, 'on');
    return (fact) => {
      const on = dateIn(fact.fields, onField);
      if (on === undefined || (holds !== undefined && !holds(fact.fields, on))) return NONE;
      const amount = amountOf(fact.fields);
      if (amount === undefined) return NONE;
      const splits = splitsOn(fact.fields, on);
      return [{ office: officeOn(fact, on), on, cohort: null, splits, amount, person: person(fact) }];
    };
  }

  const fromField = required(measure, 'from');
  const toField = measure.to;
  const cohortField = measure.kind === 'cohort' ? required(measure, 'cohort') : undefined;
  const datedBySpells = [...new Set([...measure.splits, ...fieldsOfCondition(measure.where)])];

  return (fact) => {
    const { fields } = fact;
    const from = dateIn(fields, fromField);
    const to = toField === undefined ? undefined : dateIn(fields, toField);
    if (from === undefined || (to !== undefined && to <= from)) return NONE;
    const cohort = cohortField === undefined ? null : dateIn(fields, cohortField);
    const amount = amountOf(fields);
    if (cohort === undefined || amount === undefined) return NONE;

    const who = person(fact);
    const standing = (on: LocalDate): PostedAmount | undefined =>
      holds === undefined || holds(fields, on)
        ? { office: officeOn(fact, on), on, cohort, splits: splitsOn(fields, on), amount, person: who }
        : undefined;

    let open = standing(from);
    const posted = open === undefined ? [] : [open];
    if (typeof fact.office !== 'string' || datedBySpells.some((name) => isSpells(fields[name]))) {
      const lists = [fact.office as FactValue, ...datedBySpells.map((name) => fields[name])];
      for (const day of turns(lists, from, to)) {
        const now = standing(day);
        if (open?.office === now?.office && open?.splits === now?.splits) continue;
        if (open !== undefined) posted.push({ ...open, on: day, amount: negated(amount) });
        if (now !== undefined) posted.push(now);
        open = now;
      }
    }
    if (open !== undefined && to !== undefined) posted.push({ ...open, on: to, amount: negated(amount) });
    return posted.length === 0 ? NONE : posted;
  };
};

const same = (a: PostedAmount, b: PostedAmount): boolean =>
  a.on === b.on &&
  a.amount === b.amount &&
  a.splits === b.splits &&
  a.office === b.office &&
  a.cohort === b.cohort &&
  a.person === b.person;

/**
 * What must be appended so that postings that added up to `before` add up to `after`: the old ones negated and the new
 * ones, without those in both.
 */
export const differences = (
  before: readonly PostedAmount[],
  after: readonly PostedAmount[],
): readonly PostedAmount[] => {
  if (before.length === 0) return after;
  if (before.length === after.length && before.every((old, at) => same(old, after[at] as PostedAmount))) return NONE;
  const added = [...after];
  const appended: PostedAmount[] = [];
  for (const old of before) {
    const kept = added.findIndex((posting) => same(posting, old));
    if (kept >= 0) added.splice(kept, 1);
    else appended.push({ ...old, amount: negated(old.amount) });
  }
  appended.push(...added);
  return appended.length === 0 ? NONE : appended;
};
