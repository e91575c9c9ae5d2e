import type { Instant, Uuid } from '../kernel.js';
import type { Look } from './look.js';

/** So many different minors within so many milliseconds, by one person, are odd. */
export const ODD_MINORS = 20;
export const ODD_WITHIN = 600_000;

/** Somebody who looked at many minors in a short time. */
export interface OddUse {
  readonly kind: 'many-minors';
  readonly caller: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Different minors looked at from `from` to `to`. */
  readonly minors: number;
  /** Position of the look at which it had become odd. */
  readonly position: number;
}

interface Seen {
  readonly at: Instant;
  readonly minor: Uuid;
}

/**
 * Finds stretches in which one person looked at `ODD_MINORS` different minors or more within `ODD_WITHIN`; stretches that touch
 * are one. `looks` in any order; the newest first.
 */
export const oddUses = (looks: readonly Look[]): readonly OddUse[] => {
  const byCaller = Map.groupBy(
    [...looks].sort((one, other) => one.position - other.position),
    ({ name }) => name,
  );
  return [...byCaller]
    .flatMap(([caller, own]) => stretchesOf(caller, own))
    .sort((one, other) => other.position - one.position);
};

const stretchesOf = (caller: string, looks: readonly Look[]): readonly OddUse[] => {
  const found: OddUse[] = [];
  let window: readonly Seen[] = [];
  /** Minors of the last stretch found. */
  let stretch = new Set<Uuid>();
  for (const { at, minors, position } of looks) {
    if (minors.length === 0) continue;
    const since = Date.parse(at) - ODD_WITHIN;
    window = [...window.filter((seen) => Date.parse(seen.at) > since), ...minors.map((minor) => ({ at, minor }))];
    const here = new Set(window.map(({ minor }) => minor));
    if (here.size < ODD_MINORS) continue;
    const last = found.at(-1);
    if (last !== undefined && Date.parse(last.to) > since) {
      found.pop();
      for (const minor of minors) stretch.add(minor);
      found.push({ ...last, to: at, minors: stretch.size });
    } else {
      stretch = here;
      found.push({
        kind: 'many-minors',
        ...{ caller, from: window[0]?.at ?? at, to: at, minors: here.size, position },
      });
    }
  }
  return found;
};
