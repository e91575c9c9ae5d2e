import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import { committee } from './committee.js';
import { examples } from './examples.js';
import type { MediationEvent } from './events/index.js';
import { mediator } from './mediator.js';
import { screening } from './screening.js';

const settled = settle(settings);
const on = builderOf<MediationEvent>(examples);
const code = (name: string) => rejected(`mediation.${name}`);

describe('a screening', () => {
  const given = specFor(screening, settled);
  const [planned, held] = [on('mediation.ScreeningPlanned'), on('mediation.ScreeningHeld')];
  it('is planned ahead and held once, or held as it came', () => {
    given().when(planned).then(accepted);
    given(planned).when(held).then(accepted);
    given().when(held).then(accepted);
    given(held)
      .when(on('mediation.ScreeningHeld', { heldOn: '2023-03-16' }))
      .then(rejected('illegal-step'));
  });
  it('is not planned for a day gone by', () => {
    given()
      .when(on('mediation.ScreeningPlanned', { plannedFor: '2023-01-10' }))
      .then(accepted);
    given()
      .when(on('mediation.ScreeningPlanned', { plannedFor: '2023-01-09' }))
      .then(code('planned-for-past'));
  });
});

describe('a committee', () => {
  const given = specFor(committee, settled);
  const filed = on('mediation.CommitteeFiled');
  const opened = on('mediation.RoomOpened');
  it('has three to nine members', () => {
    for (const memberCount of [3, 9]) given().when(on('mediation.CommitteeFiled', { memberCount })).then(accepted);
    for (const memberCount of [2, 10])
      given().when(on('mediation.CommitteeFiled', { memberCount })).then(code('committee-size'));
    given(filed)
      .when(on('mediation.CommitteeChanged', { memberCount: 10 }))
      .then(code('committee-size'));
    given(filed).when(on('mediation.CommitteeChanged')).then(accepted);
  });
  it('has a woman among them', () => {
    given()
      .when(on('mediation.CommitteeFiled', { womanCount: 0 }))
      .then(code('no-woman-member'));
    given()
      .when(on('mediation.CommitteeFiled', { memberCount: 3, womanCount: 4 }))
      .then(code('more-women-than-members'));
    given(filed)
      .when(on('mediation.CommitteeChanged', { womanCount: 0 }))
      .then(code('no-woman-member'));
  });
  it('was elected by the day it is filed', () => {
    given()
      .when(on('mediation.CommitteeFiled', { electedOn: '2023-01-06' }))
      .then(code('elected-after-filing'));
    given(filed)
      .when(on('mediation.CommitteeChanged', { electedOn: '2023-06-02' }))
      .then(code('elected-after-filing'));
    given(filed)
      .when(on('mediation.CommitteeChanged', { electedOn: '2023-06-01' }))
      .then(accepted);
  });
  it('is reported to the court, also when it is gone', () => {
    const reported = on('mediation.CommitteeReportedToCourt');
    given(filed).when(reported).then(accepted);
    given(filed, reported).when(reported).then(nothing);
    given(filed, on('mediation.CommitteeDissolved'))
      .when(on('mediation.CommitteeReportedToCourt', { reportedOn: '2023-11-05' }))
      .then(accepted);
    given().when(reported).then(rejected('illegal-step'));
  });
  it('opens a room once at a time', () => {
    const closed = on('mediation.RoomClosed');
    given(filed).when(opened).then(accepted);
    given(filed, opened)
      .when(on('mediation.RoomOpened', { openedOn: '2023-02-02' }))
      .then(code('room-exists'));
    given(filed, opened).when(closed).then(accepted);
    given(filed).when(closed).then(code('room-not-open'));
    given(filed, opened, closed)
      .when(on('mediation.RoomClosed', { closedOn: '2023-10-02' }))
      .then(code('room-not-open'));
    given(filed, opened, closed)
      .when(on('mediation.RoomOpened', { openedOn: '2023-10-02' }))
      .then(accepted);
  });
  it('holds its code and its rooms until it is dissolved', () => {
    given(filed, opened).thenKeys('committee:430922001T1', 'room:R1');
    given(filed, opened, on('mediation.CommitteeDissolved')).thenKeys();
  });
});

describe('a mediator', () => {
  const given = specFor(mediator, settled);
  const appointed = on('mediation.MediatorAppointed');
  it('is trained and dismissed while appointed', () => {
    given(appointed).when(on('mediation.MediatorTrained')).then(accepted);
    given(appointed).when(on('mediation.MediatorDismissed')).then(accepted);
    given().when(on('mediation.MediatorTrained')).then(rejected('illegal-step'));
    given(appointed, on('mediation.MediatorDismissed'))
      .when(on('mediation.MediatorTrained', { trainedOn: '2023-12-02' }))
      .then(rejected('illegal-step'));
  });
  it('holds one appointment at a time', () => {
    given(appointed).thenKeys(`mediator:${appointed.data.mediatorRef}`);
    given(appointed, on('mediation.MediatorDismissed')).thenKeys();
  });
});
