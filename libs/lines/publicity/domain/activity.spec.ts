import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, needsApproval, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import { activity } from './activity.js';
import type { PublicityEvent } from './events.js';
import { examples } from './examples.js';

const given = specFor(activity, settle(settings));
const built = builderOf<PublicityEvent>(examples);
const plan = built('publicity.ActivityPlanned');
const held = (more: Parameters<typeof built<'publicity.ActivityHeld'>>[1] = {}) =>
  built('publicity.ActivityHeld', more);
const tested = (more: Parameters<typeof built<'publicity.AwarenessTested'>>[1] = {}) =>
  built('publicity.AwarenessTested', more);
const cancelled = built('publicity.ActivityCancelled');

describe('planning', () => {
  it('is for this year or a coming one', () => {
    given().when(plan).then(accepted);
    given(plan).when(plan).then(rejected('illegal-step'));
    given()
      .when(built('publicity.ActivityPlanned', { planYear: 2022 }))
      .then(rejected('publicity.plan-year-over'));
  });
  it('may be given up before anything was held', () => {
    given(plan).when(cancelled).then(accepted);
    given(plan, held({ heldOn: '2023-05-01' }))
      .when(cancelled)
      .then(rejected('illegal-step'));
    given(plan, cancelled).when(held()).then(rejected('illegal-step'));
    given().when(cancelled).then(rejected('illegal-step'));
  });
});

describe('holding', () => {
  it('is done with a plan or without one, as often as it takes', () => {
    given(plan).when(held()).then(accepted);
    given().when(held()).then(accepted);
    given(plan, held())
      .when(held({ heldOn: '2023-12-05' }))
      .then(accepted);
  });
  it('asks where theme or kind are not the ones planned', () => {
    given(plan)
      .when(held({ theme: 'civil-code' }))
      .then(needsApproval('publicity.other-than-planned'));
    given(plan)
      .when(held({ kind: 'lecture' }))
      .then(needsApproval('publicity.other-than-planned'));
  });
  it('knows the same one again: day, place, theme, organiser', () => {
    given(held())
      .when(held({ attendance: 9 }))
      .then(rejected('publicity.activity-exists'));
    given(held())
      .when(held({ round: 2 }))
      .then(accepted);
    given(held())
      .when(held({ place: '县一中' }))
      .then(accepted);
    given(held()).thenKeys('activity:2023-12-04:人民广场:constitution:区司法局:1');
  });
  it('covers a village once', () => {
    const village = { unitKind: 'village', unitCode: '1' } as const;
    const school = { unitKind: 'school', unitCode: '1' } as const;
    given()
      .when(held({ coveredUnits: [village, school] }))
      .then(accepted);
    given()
      .when(held({ coveredUnits: [village, village] }))
      .then(rejected('publicity.unit-twice'));
  });
});

describe('testing the audience', () => {
  it('comes after the activity', () => {
    given(held()).when(tested()).then(accepted);
    given(plan).when(tested()).then(rejected('illegal-step'));
    given(held())
      .when(tested({ testedOn: '2023-12-03' }))
      .then(rejected('illegal-step'));
  });
  it('finds no more who know than were tested, nor more tested than came', () => {
    given(held())
      .when(tested({ passed: 21 }))
      .then(rejected('publicity.more-passed-than-tested'));
    given(held())
      .when(tested({ tested: 121 }))
      .then(rejected('publicity.more-tested-than-attended'));
    given(held(), tested({ tested: 100 }))
      .when(tested({ tested: 20 }))
      .then(accepted);
    given(held(), tested({ tested: 101 }))
      .when(tested({ tested: 20 }))
      .then(rejected('publicity.more-tested-than-attended'));
  });
});
