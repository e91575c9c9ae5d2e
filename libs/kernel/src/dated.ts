import type { LocalDate } from './dates.js';

/** A value the law changed: each version holds from its date until the next. Oldest first. */
export type Dated<Value> = readonly { readonly from: LocalDate; readonly value: Value }[];

/** The version in force on a date; before the first one, the oldest known rule stands in. */
export const inForce = <Value>(versions: Dated<Value>, on: LocalDate): Value => {
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0];
  if (version === undefined) throw new Error('a dated setting needs at least one version');
  return version.value;
};
