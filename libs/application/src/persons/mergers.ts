import type { Uuid } from '../kernel.js';

/** A record of a person that stands for another one. */
export interface Merger {
  readonly person: Uuid;
  readonly into: Uuid;
}

/**
 * For every record that was merged, the one that counts in the end: where A was merged into B and B into C, both are C. A
 * circle, which no command makes, ends at the smallest reference in it, so that it is still one person.
 */
export const resolveMergers = (mergers: Iterable<Merger>): ReadonlyMap<Uuid, Uuid> => {
  const next = new Map([...mergers].map(({ person, into }) => [person, into]));
  const ends = new Map<Uuid, Uuid>();
  for (const person of next.keys()) {
    const passed = [person];
    let at = person;
    for (let into = next.get(at); into !== undefined; into = next.get(at)) {
      const begins = passed.indexOf(into);
      if (begins >= 0) {
        at = [...passed.slice(begins)].sort()[0] as Uuid;
        break;
      }
      passed.push(into);
      at = into;
    }
    if (at !== person) ends.set(person, at);
  }
  return ends;
};
