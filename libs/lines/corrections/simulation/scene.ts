import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import type { Counts } from './counts.js';
import { type Subject, daysPresent, presence } from './population.js';

/** What every part of the simulated year works on. */
export interface Scene {
  readonly counts: Counts;
  readonly tools: SimulationTools;
  /** Everybody who is in the register at some time of the window. */
  readonly subjects: readonly Subject[];
  /** Subjects who are not to travel: out of sight, or about to lose the favour. */
  readonly grounded: Set<Subject>;
  /** Next number of a series of documents: `司矫警〔2023〕7号`. */
  docNo(series: string): string;
}

/** One part of the year: the commands that make its counts come true. */
export type Part = (scene: Scene) => readonly SimulatedCommand[] | Promise<readonly SimulatedCommand[]>;

/** Subjects still there at the end of the window. */
export const remaining = ({ subjects }: Scene): readonly Subject[] => subjects.filter(({ exit }) => exit === undefined);

/**
 * Draws different subjects, each at least so many days in the register within the window.
 * @throws RangeError when there are too few
 */
export const draw = (
  { tools }: Scene,
  from: readonly Subject[],
  count: number,
  what: string,
  days = 1,
): readonly Subject[] => {
  const able = tools.random.shuffle(from.filter((subject) => daysPresent(subject, tools) >= days));
  if (able.length < count) throw new RangeError(`${what}: ${count} subjects wanted, ${able.length} there`);
  return able.slice(0, count);
};

/** Days of the window on which the subject can be met. */
export const span = (subject: Subject, { tools }: Scene) => presence(subject, tools);

export const at = (subject: Subject) => ({ streamId: subject.caseId, office: subject.office });
