import { type Reach, type RuleContext, reaches } from '#kernel/decider.js';
import { newestOf } from '#kernel/procedure.js';
import { type Rejection } from '#kernel/reject.js';
import type { PerformanceSettings } from '../settings.js';
import type { DataOfEvent, PerformanceEvent } from './events.js';
import { refuse } from './rejections.js';
import type { Sheet } from './rows.js';

type Level = DataOfEvent<'performance.SheetSubmitted'>['toLevel'];
type Levels = PerformanceSettings['levels'];

/** The level below, or the lowest itself. */
export const levelBelow = (level: Level, levels: Levels): Level | undefined =>
  levels[Math.max(levels.indexOf(level) - 1, 0)];

/** Where a sheet lies: it begins at the lowest level, goes up when submitted, one down when returned, and back when redone. */
export const levelOf = ({ past }: Pick<Sheet, 'past'>, levels: Levels): Level | undefined =>
  past.reduce<Level | undefined>((at, { type, data }) => {
    if (type === 'performance.SheetSubmitted') return data.toLevel;
    if (type === 'performance.SheetReturned' && at !== undefined) return levelBelow(at, levels);
    if (type === 'performance.SelfEvaluated' || type === 'performance.TargetsRevised') return levels[0];
    return at;
  }, levels[0]);

/** A sheet goes up one level at a time. @rejects performance.level-not-above, level-skipped */
export const submissionFault = (toLevel: Level, sheet: Sheet, levels: Levels): Rejection | undefined => {
  const at = levelOf(sheet, levels);
  const step = levels.indexOf(toLevel) - (at === undefined ? -1 : levels.indexOf(at));
  if (!levels.includes(toLevel) || step > 1) return refuse('performance.level-skipped', 'toLevel');
  return step < 1 ? refuse('performance.level-not-above', 'toLevel') : undefined;
};

/** How far up one must answer for offices to decide at a level. */
const NEEDS: Readonly<Record<Level, Reach>> = { office: 'office', county: 'bureau', city: 'city' };

/**
 * A decision takes somebody of the level where the sheet lies, who neither made it nor handed it in.
 * @rejects performance.above-own-level, recorded-by-same-person
 */
export const decisionFault = (
  sheet: Sheet,
  { by, reach, settings }: Pick<RuleContext<PerformanceSettings>, 'by' | 'reach' | 'settings'>,
): Rejection | undefined => {
  const at = levelOf(sheet, settings.levels);
  if (reach !== undefined && at !== undefined && reaches.indexOf(reach) < reaches.indexOf(NEEDS[at]))
    return refuse('performance.above-own-level');
  if (sheet.status === 'returned') return at === settings.levels[0] ? refuse('performance.lowest-level') : undefined;
  const made = newestOf<PerformanceEvent, 'performance.SelfEvaluated'>(sheet, 'performance.SelfEvaluated')?.by;
  const handedIn = newestOf<PerformanceEvent, 'performance.SheetSubmitted'>(sheet, 'performance.SheetSubmitted')?.by;
  return by === made || by === handedIn ? refuse('performance.recorded-by-same-person') : undefined;
};
