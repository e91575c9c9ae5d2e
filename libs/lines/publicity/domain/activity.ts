import { type Progress, allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import type { PublicitySettings } from '../settings.js';
import { type ActivityEvent, type DataOfEvent, activityEvents } from './events.js';
import { acceptUnless, refuse } from './rejections.js';

export type ActivityStatus = 'planned' | 'held' | 'assessed' | 'cancelled';
type State = Progress<ActivityEvent, ActivityStatus>;
type Held = DataOfEvent<'publicity.ActivityHeld'>;

/** Two activities are one when day, place, theme and organiser agree; several alike on a day are told apart by number. */
const keyOf = ({ heldOn, place, theme, organiser, round = 1 }: Held): string =>
  ['activity', heldOn, place, theme, organiser, round].join(':');

const planned = ({ plannedOn, planYear }: DataOfEvent<'publicity.ActivityPlanned'>) =>
  planYear < Number(plannedOn.slice(0, 4)) ? refuse('publicity.plan-year-over', 'planYear') : accept;

const held = (data: Held, state: State) => {
  const before = allOf(state, 'publicity.ActivityHeld').map(keyOf);
  if (before.includes(keyOf(data))) return refuse('publicity.activity-exists', 'heldOn', 'place', 'theme', 'organiser');
  const units = data.coveredUnits.map(({ unitKind, unitCode }) => `${unitKind}:${unitCode}`);
  if (new Set(units).size < units.length) return refuse('publicity.unit-twice', 'coveredUnits');
  const plan = lastOf(state, 'publicity.ActivityPlanned');
  const isOther = plan !== undefined && (plan.theme !== data.theme || plan.kind !== data.kind);
  return acceptUnless(isOther ? 'publicity.other-than-planned' : undefined);
};

const tested = (data: DataOfEvent<'publicity.AwarenessTested'>, state: State) => {
  const attended = allOf(state, 'publicity.ActivityHeld').reduce((sum, { attendance }) => sum + attendance, 0);
  const before = allOf(state, 'publicity.AwarenessTested').reduce((sum, test) => sum + test.tested, 0);
  if (data.passed > data.tested) return refuse('publicity.more-passed-than-tested', 'passed');
  return before + data.tested > attended ? refuse('publicity.more-tested-than-attended', 'tested') : accept;
};

/**
 * An activity (宣传活动): planned or not, held as often as it takes, its audience tested, or cancelled.
 * @rejects publicity.plan-year-over             a plan for a year that is past
 * @rejects publicity.activity-exists            same day, place, theme, organiser and number
 * @rejects publicity.more-tested-than-attended  the tests together reach more people than came
 * @rejects publicity.unit-twice, more-passed-than-tested
 */
export const activity = defineProcedure<ActivityEvent, ActivityStatus, PublicitySettings>({
  type: 'publicity.activity',
  events: activityEvents,
  steps: {
    none: ['publicity.ActivityPlanned', 'publicity.ActivityHeld'],
    planned: ['publicity.ActivityHeld', 'publicity.ActivityCancelled'],
    held: ['publicity.ActivityHeld', 'publicity.AwarenessTested'],
    assessed: ['publicity.ActivityHeld', 'publicity.AwarenessTested'],
    cancelled: [],
  },
  becomes: {
    'publicity.ActivityPlanned': 'planned',
    'publicity.ActivityHeld': 'held',
    'publicity.AwarenessTested': 'assessed',
    'publicity.ActivityCancelled': 'cancelled',
  },
  rules: {
    'publicity.ActivityPlanned': planned,
    'publicity.ActivityHeld': held,
    'publicity.AwarenessTested': tested,
  },
  keys: (state) => allOf(state, 'publicity.ActivityHeld').map(keyOf),
  keyCodes: { activity: 'publicity.activity-exists' },
});
