import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, ordersOf } from '#application/simulated-year.js';
import { type LocalDate, addDays, earliest } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { type DataOfEvent, type MediationEvent, events } from '../domain/events/index.js';
import type { Grade } from '../settings.js';

export const order = ordersOf<MediationEvent>(events);

/** A committee with the people who mediate for it. */
export interface Cast {
  readonly office: string;
  readonly committeeCode: string;
  readonly kind: DataOfEvent<'mediation.CommitteeFiled'>['kind'];
  readonly mediators: readonly Uuid[];
}

/** A screening that was held; disputes are found by it. */
export interface Round {
  readonly streamId: Uuid;
  readonly office: string;
  readonly heldOn: LocalDate;
  found: number;
}

export type Outcome = 'succeeded' | 'failed' | 'withdrawn' | 'transferred' | 'open';

/** A dispute as it is to be played: when, by whom, and to which end. */
export interface Draft {
  readonly key: string;
  readonly streamId: Uuid;
  readonly cast: Cast;
  readonly mediator: Uuid;
  readonly opened: 'imported' | 'discovered' | 'applied';
  readonly kind: DataOfEvent<'mediation.DisputeAccepted'>['kind'];
  readonly source: DataOfEvent<'mediation.DisputeAccepted'>['source'];
  readonly parties: readonly Uuid[];
  readonly peopleInvolved: number;
  readonly acceptedOn: LocalDate;
  readonly outcome: Outcome;
  /** The day it ended; the last day of the window while it is open. */
  readonly closedOn: LocalDate;
}

/** A dispute that came to an agreement. */
export interface Settled extends Draft {
  readonly grade?: Grade;
  readonly form: 'oral' | 'written';
  readonly amountAgreed: string;
  /** Whether it is claimed for; a bad dossier would stand in the way. */
  readonly claimed: boolean;
}

/** What every part of the year knows. */
export interface Scene {
  readonly counts: LeafCounts;
  readonly tools: SimulationTools;
  readonly docNo: (series: string) => string;
}

export type Commands = readonly SimulatedCommand[];

/** So many days later, but not after the window. */
export const later = ({ tools }: Scene, from: LocalDate, least: number, most: number): LocalDate =>
  earliest(addDays(from, tools.random.between(least, most)), tools.to) as LocalDate;

export const to = ({ streamId, cast }: Pick<Draft, 'streamId' | 'cast'>) => ({ streamId, office: cast.office });

/**
 * Values in the numbers their leaves give, the rest drawn from the values no leaf speaks of.
 * @throws RangeError when the leaves ask for more than there are, or leave none for the rest
 */
export const dealt = <Value extends string>(
  { counts, tools }: Scene,
  whole: string,
  total: number,
  values: readonly Value[],
  leafOf: (value: Value) => string,
  usual: readonly Value[],
): readonly Value[] => {
  const fixed = values.filter((value) => counts.has(leafOf(value)));
  const given = fixed.flatMap((value) => Array.from({ length: counts.of(leafOf(value)) }, () => value));
  const names = fixed.map(leafOf).join(' + ');
  if (given.length > total) throw new RangeError(`${names} is more than ${whole} (${total})`);
  const free = usual.filter((value) => !fixed.includes(value));
  const rest = free.length > 0 ? free : values.filter((value) => !fixed.includes(value));
  if (rest.length === 0 && given.length < total)
    throw new RangeError(`${names} is ${given.length}, ${whole} is ${total}`);
  const drawn = Array.from({ length: total - given.length }, () => tools.random.pick(rest));
  return tools.random.shuffle([...given, ...drawn]);
};
