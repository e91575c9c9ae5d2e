import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { LegalAidEvent } from './events/index.js';
import { examples, id } from './examples.js';
import { agent, complaint, consultation, drafting, dutyShift, offer } from './office.streams.js';

const built = builderOf<LegalAidEvent>(examples);
const settled = settle(settings);

it('advice and papers are recorded once', () => {
  for (const [stream, event] of [
    [consultation, built('legal-aid.ConsultationAnswered')],
    [drafting, built('legal-aid.DocumentDrafted')],
  ] as const) {
    specFor(stream, settled)().when(event).then(accepted);
    specFor(stream, settled)(event).when(event).then(rejected('illegal-step'));
  }
});

describe('a shift on duty', () => {
  const given = specFor(dutyShift, settled);
  const served = built('legal-aid.DutyShiftServed');
  const helped = built('legal-aid.DutyHelpGiven');
  const paid = built('legal-aid.DutySubsidyPaid');
  it('keeps its lawyer from another place, unless it was by appointment', () => {
    given(served).thenKeys(`shift:${id('lawyer')}:2023-03-07:morning`);
    given(built('legal-aid.DutyShiftServed', { half: 'by-appointment' })).thenKeys();
  });
  it('helps on its day, each in one thing once', () => {
    given().when(helped).then(rejected('illegal-step'));
    given(served).when(helped).then(accepted);
    given(served)
      .when(built('legal-aid.DutyHelpGiven', { givenOn: '2023-03-08' }))
      .then(rejected('legal-aid.other-day'));
    given(served, helped).when(helped).then(nothing);
    given(served, helped)
      .when(built('legal-aid.DutyHelpGiven', { kind: 'advice' }))
      .then(accepted);
  });
  it('is paid once; the same payment told again is nothing new', () => {
    given(served).when(paid).then(accepted);
    given(served, paid).when(paid).then(nothing);
    given(served, paid)
      .when(built('legal-aid.DutySubsidyPaid', { paymentRef: id('another') }))
      .then(rejected('legal-aid.already-paid'));
  });
});

describe('an offer of aid', () => {
  const given = specFor(offer, settled);
  const offered = built('legal-aid.AidOffered');
  it('is made once for a record; sent again it is nothing new, even after the answer', () => {
    given().when(offered).then(accepted);
    given(offered).thenKeys(`offer:${id('mediation')}`);
    given(offered).when(offered).then(nothing);
    given(offered, built('legal-aid.AidOfferAnswered'))
      .when(built('legal-aid.AidOffered', { offeredOn: '2023-03-30' }))
      .then(nothing);
    given(offered)
      .when(built('legal-aid.AidOffered', { sourceRef: id('other mediation') }))
      .then(rejected('legal-aid.offer-exists'));
  });
  it('is answered once', () => {
    const answered = built('legal-aid.AidOfferAnswered');
    given(offered).when(answered).then(accepted);
    given(offered, answered).when(answered).then(rejected('illegal-step'));
  });
});

it('a complaint is handled once', () => {
  const given = specFor(complaint, settled);
  const [received, handled] = [built('legal-aid.ComplaintReceived'), built('legal-aid.ComplaintHandled')];
  given(received).when(handled).then(accepted);
  given(received, handled).when(handled).then(rejected('illegal-step'));
});

it('an agent is in service, suspended, and in service again', () => {
  const given = specFor(agent, settled);
  const [registered, suspended] = [built('legal-aid.AgentRegistered'), built('legal-aid.AgentSuspended')];
  given(registered).thenKeys(`agent:${id('lawyer')}`);
  given(registered).when(suspended).then(accepted);
  given(registered).when(built('legal-aid.AgentReinstated')).then(rejected('illegal-step'));
  given(registered, suspended, built('legal-aid.AgentReinstated')).thenStatus('in-service');
});
