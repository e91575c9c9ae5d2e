import { type Fact, type FactValue, type Spell, valueOn } from './facts.js';
import type { LocalDate } from './kernel.js';
import type { Condition, Test } from './measure.js';

type Fields = Fact['fields'];
type Plain = string | number | boolean | undefined;

/** Whether the fields of a fact satisfy a condition on a date; the date matters to fields that hold spells only. */
export type Holds = (fields: Fields, on: LocalDate) => boolean;

export const isSpells = (value: FactValue): value is readonly Spell[] => typeof value === 'object';

/** A field's value on a date: the spell in force, or the plain value whatever the date. */
export const plainOn = (value: FactValue, on: LocalDate): Plain => (isSpells(value) ? valueOn(value, on) : value);

const asNumber = (value: Plain): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;

const compileTest = (name: string, test: Test): Holds => {
  if (typeof test !== 'object') return (fields, on) => plainOn(fields[name], on) === test;
  if ('oneOf' in test) {
    const allowed: ReadonlySet<unknown> = new Set(test.oneOf);
    return (fields, on) => allowed.has(plainOn(fields[name], on));
  }
  if ('exists' in test) return (fields, on) => (plainOn(fields[name], on) !== undefined) === test.exists;
  if ('atMost' in test) return (fields, on) => asNumber(plainOn(fields[name], on)) <= test.atMost;
  if ('atLeast' in test) return (fields, on) => asNumber(plainOn(fields[name], on)) >= test.atLeast;
  const other = 'notAfter' in test ? test.notAfter : test.after;
  if (typeof other !== 'string') throw new TypeError(`Field ${name} has a test of an unknown shape`);
  const later = 'after' in test;
  return (fields, on) => {
    const mine = plainOn(fields[name], on);
    const theirs = plainOn(fields[other], on);
    return mine !== undefined && theirs !== undefined && mine > theirs === later;
  };
};

/**
 * Turns a condition into one closure, undefined when there is nothing to test. Numeric bounds also read exact decimals
 * kept as text.
 * @throws TypeError for a test of an unknown shape
 */
export const compileCondition = (condition: Condition | undefined): Holds | undefined => {
  const tests = Object.entries(condition ?? {}).map(([name, test]) => compileTest(name, test));
  const [first, second, ...more] = tests;
  if (first === undefined) return undefined;
  if (second === undefined) return first;
  if (more.length === 0) return (fields, on) => first(fields, on) && second(fields, on);
  return (fields, on) => tests.every((holds) => holds(fields, on));
};

/** The fields a condition reads, those it compares with among them. */
export const fieldsOfCondition = (condition: Condition | undefined): readonly string[] =>
  Object.entries(condition ?? {}).flatMap(([name, test]) => {
    if (typeof test !== 'object') return [name];
    if ('notAfter' in test) return [name, test.notAfter];
    if ('after' in test) return [name, test.after];
    return [name];
  });
