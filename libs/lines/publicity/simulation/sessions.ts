import type { SimulationTools } from '#application/case-binding.js';
import { type LeafCounts, evenly } from '#application/simulated-year.js';
import { type Theme, countedThemes } from './leaves.js';

/** One activity as it is to be played. */
export interface Session {
  readonly theme: Theme;
  readonly attendance: number;
  readonly tested: number;
  readonly passed: number;
  /** Numbers of the villages it reaches. */
  readonly villages: readonly number[];
  readonly handedOut: number;
}

const repeat = <Value>(value: Value, times: number): readonly Value[] => Array.from({ length: times }, () => value);

/** Sessions held in all: as counted, under either name, else the sum of the themes. */
const heldIn = (counts: LeafCounts): number => {
  const parts = countedThemes.map(([begins]) => `${begins}SessionsHeld`).filter((leaf) => counts.has(leaf));
  const [whole, other] = counts.has('sessionsHeld')
    ? ['sessionsHeld', 'activitiesHeld']
    : ['activitiesHeld', 'sessionsHeld'];
  if (counts.has(whole) && counts.has(other) && counts.of(whole) !== counts.of(other))
    throw new RangeError(`${whole} (${counts.of(whole)}) is not ${other} (${counts.of(other)})`);
  const told = parts.reduce((sum, part) => sum + counts.of(part), 0);
  return counts.has(whole) ? told + counts.rest(whole, ...parts) : told;
};

/** Themes of all sessions; those not counted apart have themes that no report counts. */
const themesOf = (counts: LeafCounts, { random }: SimulationTools): readonly Theme[] => {
  const counted = countedThemes.flatMap(([begins, theme]) => repeat(theme, counts.of(`${begins}SessionsHeld`)));
  const free = countedThemes.filter(
    ([begins]) => !counts.has(`${begins}SessionsHeld`) && !counts.has(`${begins}Attendance`),
  );
  const rest = heldIn(counts) - counted.length;
  return [
    ...counted,
    ...Array.from({ length: rest }, () => random.pick([...free.map(([, theme]) => theme), 'other' as const])),
  ].sort();
};

/** How many came to each: as counted for its theme, else a share of what is counted in all, else a believable crowd. */
const attendanceOf = (themes: readonly Theme[], counts: LeafCounts, { random }: SimulationTools): readonly number[] => {
  const crowd = Math.ceil(counts.of('awarenessTested') / Math.max(1, themes.length));
  const attendance = themes.map(() => random.between(20, 150) + crowd);
  const share = (places: readonly number[], total: number, leaf: string): void => {
    if (total > 0 && places.length === 0) throw new RangeError(`${leaf}: ${total} in no session`);
    evenly(total, places.length).forEach((part, at) => (attendance[places[at] as number] = part));
  };
  const told = countedThemes.filter(([begins]) => counts.has(`${begins}Attendance`));
  const placesOf = (theme: Theme) => themes.flatMap((found, at) => (found === theme ? [at] : []));
  for (const [begins, theme] of told) share(placesOf(theme), counts.of(`${begins}Attendance`), `${begins}Attendance`);
  if (counts.has('attendance')) {
    const apart = new Set<Theme>(told.map(([, theme]) => theme));
    const others = themes.flatMap((theme, at) => (apart.has(theme) ? [] : [at]));
    share(others, counts.rest('attendance', ...told.map(([begins]) => `${begins}Attendance`)), 'attendance');
  }
  return attendance;
};

/** As much of a total in each place as there is room for, from the first on. */
const filled = (total: number, room: readonly number[]): readonly number[] => {
  let left = total;
  return room.map((most) => {
    const taken = Math.min(most, left);
    left -= taken;
    return taken;
  });
};

/**
 * The activities of the year, by theme.
 * @throws RangeError where counts contradict each other, naming the leaves
 */
export const sessionsOf = (counts: LeafCounts, tools: SimulationTools): readonly Session[] => {
  const themes = themesOf(counts, tools);
  const attendance = attendanceOf(themes, counts, tools);
  counts.rest('awarenessTested', 'awarenessPassed');
  const everybody = attendance.reduce((sum, many) => sum + many, 0);
  if (counts.of('awarenessTested') > everybody)
    throw new RangeError(`awarenessTested: ${counts.of('awarenessTested')} of ${everybody} who came`);
  const tested = filled(counts.of('awarenessTested'), attendance);
  const passed = filled(counts.of('awarenessPassed'), tested);
  for (const leaf of ['villagesCovered', 'copiesHandedOut'])
    if (counts.of(leaf) > 0 && themes.length === 0) throw new RangeError(`${leaf}: ${counts.of(leaf)} in no session`);
  const reached = evenly(counts.of('villagesCovered'), themes.length);
  const handedOut = counts.has('copiesHandedOut')
    ? evenly(counts.of('copiesHandedOut'), themes.length)
    : themes.map(() => tools.random.between(0, 100));
  let village = 0;
  return themes.map((theme, at) => ({
    theme,
    attendance: attendance[at] ?? 0,
    tested: tested[at] ?? 0,
    passed: passed[at] ?? 0,
    villages: Array.from({ length: reached[at] ?? 0 }, () => village++),
    handedOut: handedOut[at] ?? 0,
  }));
};
