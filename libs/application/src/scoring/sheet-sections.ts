import { Exact, exact } from '#kernel/money.js';
import type { ScoringFrame } from './frame.js';
import type { ScoringSheet, SheetGroup, SheetRow } from './sheet.js';

/** A 二级 indicator of a sheet with its rows, and the cells merged over them where there are such. */
export interface Section {
  readonly level1: string;
  readonly level2: string;
  readonly group?: SheetGroup;
  readonly rows: readonly SheetRow[];
}

const sameLevels = (a: Pick<Section, 'level1' | 'level2'>, b: Pick<Section, 'level1' | 'level2'>): boolean =>
  a.level1 === b.level1 && a.level2 === b.level2;

/** The 二级 indicators of a sheet, in the order of their first row; groups without rows come last. */
export const sectionsOf = ({ rows, groups }: ScoringSheet): readonly Section[] => {
  const found: Pick<Section, 'level1' | 'level2'>[] = [];
  for (const { level1, level2 } of [...rows, ...groups])
    if (!found.some((section) => sameLevels(section, { level1, level2 }))) found.push({ level1, level2 });
  return found.map((section) => {
    const group = groups.find((item) => sameLevels(item, section));
    return {
      ...section,
      ...(group === undefined ? {} : { group }),
      rows: rows.filter((row) => sameLevels(row, section)),
    };
  });
};

const MODES = {
  'half-up': Exact.ROUND_HALF_UP,
  'half-even': Exact.ROUND_HALF_EVEN,
  down: Exact.ROUND_DOWN,
} as const;

/** Rounds points as the frame prints them; half up at a tie where it says so. */
export const roundPoints = ({ decimals, rounding }: ScoringFrame, value: Exact): Exact =>
  value.toDecimalPlaces(decimals, MODES[rounding]);

/** Points printed with all the decimals of the frame: `9.00`. */
export const printPoints = (frame: ScoringFrame, value: Exact): string =>
  roundPoints(frame, value).toFixed(frame.decimals);

/** Points the section stands for in the total: its own weight, else the sum of its rows'. */
export const sectionWeight = ({ group, rows }: Section): Exact =>
  group?.weight === undefined ? rows.reduce((sum, { weight }) => sum.plus(weight ?? 0), exact(0)) : exact(group.weight);

/**
 * What each row of a section can earn, by row id. Rows of a scored group share its weight as the sheet gives it, else evenly;
 * those that do not apply leave their share to the others. Unrounded: a third of ten stays a third.
 */
export const rowWeights = ({ scoredBy }: ScoringFrame, section: Section): ReadonlyMap<string, Exact> => {
  const { rows } = section;
  if (scoredBy === 'row') return new Map(rows.map(({ id, weight }) => [id, exact(weight ?? 0)]));
  const applying = rows.filter(({ notApplicable }) => notApplicable !== true);
  const given = applying.every(({ weight }) => weight !== undefined);
  const shares = applying.map(({ id, weight }) => [id, given ? exact(weight ?? 0) : exact(1)] as const);
  const whole = shares.reduce((sum, [, share]) => sum.plus(share), exact(0));
  return new Map(
    shares.map(([id, share]) => [id, whole.isZero() ? exact(0) : share.times(sectionWeight(section)).dividedBy(whole)]),
  );
};
