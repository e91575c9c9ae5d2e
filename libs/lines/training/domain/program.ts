import { type Progress, allOf, defineProcedure, lastOf } from '#kernel/procedure.js';
import { accept, nothing } from '#kernel/reject.js';
import type { TrainingSettings } from '../settings.js';
import { type DataOfEvent, type ProgramEvent, programEvents } from './events.js';
import { acceptUnless, refuse } from './rejections.js';

export type ProgramStatus = 'planned' | 'held' | 'assessed' | 'closed' | 'cancelled';
type State = Progress<ProgramEvent, ProgramStatus>;

const sessionsOf = (state: State) => allOf(state, 'training.TrainingHeld');
const sessionOf = (state: State, no: number) => sessionsOf(state).find(({ sessionNo }) => sessionNo === no);
const assessedOneByOne = (state: State, no: number) =>
  allOf(state, 'training.TraineeAssessed').filter(({ sessionNo }) => sessionNo === no);
const assessedInTotal = (state: State, no: number): boolean =>
  allOf(state, 'training.SessionAssessed').some(({ sessionNo }) => sessionNo === no);

const planned = ({ plannedOn, planYear }: DataOfEvent<'training.TrainingPlanned'>) =>
  planYear < Number(plannedOn.slice(0, 4)) ? refuse('training.plan-year-over', 'planYear') : accept;

const held = (data: DataOfEvent<'training.TrainingHeld'>, state: State) => {
  const { heldOn, sessionNo, subject, traineeCount, trainees } = data;
  const known = sessionOf(state, sessionNo);
  if (known !== undefined)
    return known.heldOn === heldOn && known.subject === subject
      ? nothing
      : refuse('training.session-exists', 'sessionNo');
  if (new Set(trainees).size > traineeCount) return refuse('training.more-named-than-trained', 'trainees');
  const plan = lastOf(state, 'training.TrainingPlanned');
  if (plan === undefined) return accept;
  const sum = [...sessionsOf(state), data].reduce((total, session) => total + session.traineeCount, 0);
  return acceptUnless(
    plan.startsOn !== undefined && heldOn < plan.startsOn ? 'training.held-early' : undefined,
    plan.plannedPersons > 0 && sum > plan.plannedPersons ? 'training.more-than-planned' : undefined,
  );
};

const traineeAssessed = (data: DataOfEvent<'training.TraineeAssessed'>, state: State) => {
  const { sessionNo, traineeRef, result } = data;
  const session = sessionOf(state, sessionNo);
  if (session === undefined) return refuse('training.no-such-session', 'sessionNo');
  if (!session.trainees.includes(traineeRef)) return refuse('training.not-enrolled', 'traineeRef');
  if (assessedInTotal(state, sessionNo)) return refuse('training.already-assessed', 'sessionNo');
  const known = assessedOneByOne(state, sessionNo).find((item) => item.traineeRef === traineeRef);
  if (known === undefined) return accept;
  return known.result === result ? nothing : refuse('training.already-assessed', 'traineeRef');
};

const sessionAssessed = (data: DataOfEvent<'training.SessionAssessed'>, state: State) => {
  const { sessionNo, assessed, qualified } = data;
  const session = sessionOf(state, sessionNo);
  if (session === undefined) return refuse('training.no-such-session', 'sessionNo');
  if (assessedInTotal(state, sessionNo)) return refuse('training.already-assessed', 'sessionNo');
  if (assessedOneByOne(state, sessionNo).length > 0) return refuse('training.assessed-one-by-one', 'sessionNo');
  if (assessed > session.traineeCount) return refuse('training.more-assessed-than-trained', 'assessed');
  return qualified > assessed ? refuse('training.more-qualified-than-assessed', 'qualified') : accept;
};

/** Closing while the plan has sessions left needs a second person. */
const closed = (_data: DataOfEvent<'training.TrainingClosed'>, state: State) => {
  const { plannedSessions = 0 } = lastOf(state, 'training.TrainingPlanned') ?? {};
  return acceptUnless(sessionsOf(state).length < plannedSessions ? 'training.sessions-missing' : undefined);
};

/**
 * A training (培训): planned or not, held in sessions, assessed, closed.
 * @rejects training.plan-year-over           a plan for a year that is past
 * @rejects training.session-exists           the number stands for another session
 * @rejects training.not-enrolled             assessed without having been among the named trainees
 * @rejects training.assessed-one-by-one      totals over results recorded one by one
 * @rejects training.no-such-session, already-assessed, more-named-than-trained, more-assessed-than-trained,
 *   more-qualified-than-assessed
 */
export const program = defineProcedure<ProgramEvent, ProgramStatus, TrainingSettings>({
  type: 'training.program',
  events: programEvents,
  steps: {
    none: ['training.TrainingPlanned', 'training.TrainingHeld'],
    planned: ['training.TrainingHeld', 'training.TrainingCancelled'],
    held: ['training.TrainingHeld', 'training.TraineeAssessed', 'training.SessionAssessed', 'training.TrainingClosed'],
    assessed: [
      'training.TrainingHeld',
      'training.TraineeAssessed',
      'training.SessionAssessed',
      'training.TrainingClosed',
    ],
    closed: [],
    cancelled: [],
  },
  becomes: {
    'training.TrainingPlanned': 'planned',
    'training.TrainingHeld': 'held',
    'training.TraineeAssessed': 'assessed',
    'training.SessionAssessed': 'assessed',
    'training.TrainingCancelled': 'cancelled',
    'training.TrainingClosed': 'closed',
  },
  rules: {
    'training.TrainingPlanned': planned,
    'training.TrainingHeld': held,
    'training.TraineeAssessed': traineeAssessed,
    'training.SessionAssessed': sessionAssessed,
    'training.TrainingClosed': closed,
  },
  keys: (state) => {
    const plan = lastOf(state, 'training.TrainingPlanned');
    if (plan === undefined || state.status === 'cancelled') return [];
    return [`plan:${plan.planYear}:${plan.targetGroup}:${plan.subject}`];
  },
  keyCodes: { plan: 'training.plan-exists' },
});
