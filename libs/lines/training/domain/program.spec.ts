import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, needsApproval, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { TrainingEvent } from './events.js';
import { examples, person } from './examples.js';
import { program } from './program.js';

const given = specFor(program, settle(settings));
const built = builderOf<TrainingEvent>(examples);
const plan = built('training.TrainingPlanned');
const session = built('training.TrainingHeld');
const second = built('training.TrainingHeld', { sessionNo: 2, heldOn: '2023-09-10' });
const assessed = built('training.TraineeAssessed');
const totals = built('training.SessionAssessed');
const closed = built('training.TrainingClosed');
const cancelled = built('training.TrainingCancelled');

describe('planning a training', () => {
  it('plans it once, for this year or the next', () => {
    given().when(plan).then(accepted);
    given(plan).when(plan).then(rejected('illegal-step'));
    given()
      .when(built('training.TrainingPlanned', { plannedOn: '2022-12-20', startsOn: undefined }))
      .then(accepted);
    given()
      .when(built('training.TrainingPlanned', { planYear: 2022 }))
      .then(rejected('training.plan-year-over'));
  });
  it('is known again by year, group and subject, until it is cancelled', () => {
    given(plan).thenKeys('plan:2023:enforcement-officer:行政复议业务培训');
    given(plan, cancelled).thenKeys();
  });
  it('may be cancelled before its first session, not after', () => {
    given(plan).when(cancelled).then(accepted);
    given(plan, session)
      .when(built('training.TrainingCancelled', { cancelledOn: '2023-04-01' }))
      .then(rejected('illegal-step'));
    given(plan, cancelled).when(session).then(rejected('illegal-step'));
  });
});

describe('holding sessions', () => {
  it('holds planned ones and unplanned ones', () => {
    given(plan).when(session).then(accepted);
    given().when(session).then(accepted);
    given(plan, session).when(second).then(accepted);
  });
  it('stays quiet when the same one is sent again, and refuses another under its number', () => {
    given(plan, session).when(session).then(nothing);
    given(plan, session)
      .when(built('training.TrainingHeld', { heldOn: '2023-04-01' }))
      .then(rejected('training.session-exists'));
  });
  it('asks before it is held earlier than planned', () => {
    given(plan)
      .when(built('training.TrainingHeld', { heldOn: '2023-03-01' }))
      .then(accepted);
    given(plan)
      .when(built('training.TrainingHeld', { heldOn: '2023-02-28' }))
      .then(needsApproval('training.held-early'));
  });
  it('asks before more are trained than planned, all sessions together', () => {
    given(plan)
      .when(built('training.TrainingHeld', { traineeCount: 51 }))
      .then(needsApproval('training.more-than-planned'));
    given(plan, session)
      .when(built('training.TrainingHeld', { sessionNo: 2, traineeCount: 47 }))
      .then(accepted);
    given(plan, session)
      .when(built('training.TrainingHeld', { sessionNo: 2, traineeCount: 48 }))
      .then(needsApproval('training.more-than-planned'));
  });
  it('names no more people than took part', () =>
    given()
      .when(built('training.TrainingHeld', { traineeCount: 1 }))
      .then(rejected('training.more-named-than-trained')));
});

describe('assessing', () => {
  it('assesses whom the session names', () => {
    given(session).when(assessed).then(accepted);
    given(session)
      .when(built('training.TraineeAssessed', { traineeRef: person('stranger') }))
      .then(rejected('training.not-enrolled'));
    given(session)
      .when(built('training.TraineeAssessed', { sessionNo: 2 }))
      .then(rejected('training.no-such-session'));
  });
  it('does not assess before the session', () =>
    given(session, second)
      .when(built('training.TraineeAssessed', { sessionNo: 2, assessedOn: '2023-09-09' }))
      .then(rejected('training.no-such-session')));
  it('assesses a person once', () => {
    given(session, assessed).when(assessed).then(nothing);
    given(session, assessed)
      .when(built('training.TraineeAssessed', { result: 'unqualified' }))
      .then(rejected('training.already-assessed'));
  });
  it('takes totals instead, not besides', () => {
    given(session).when(totals).then(accepted);
    given(session, totals).when(totals).then(rejected('training.already-assessed'));
    given(session, totals).when(assessed).then(rejected('training.already-assessed'));
    given(session, assessed).when(totals).then(rejected('training.assessed-one-by-one'));
    given(session)
      .when(built('training.SessionAssessed', { sessionNo: 2 }))
      .then(rejected('training.no-such-session'));
  });
  it('finds no more assessed than trained, nor more qualified than assessed', () => {
    given(session)
      .when(built('training.SessionAssessed', { assessed: 4 }))
      .then(rejected('training.more-assessed-than-trained'));
    given(session)
      .when(built('training.SessionAssessed', { qualified: 4 }))
      .then(rejected('training.more-qualified-than-assessed'));
  });
});

describe('closing', () => {
  it('closes what is done, and asks while sessions are missing', () => {
    given(plan, session, second).when(closed).then(accepted);
    given(session).when(closed).then(accepted);
    given(plan, session).when(closed).then(needsApproval('training.sessions-missing'));
    given(session, closed)
      .when(built('training.TraineeAssessed', { assessedOn: '2023-12-21' }))
      .then(rejected('illegal-step'));
  });
});
