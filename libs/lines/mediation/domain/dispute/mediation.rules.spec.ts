import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import {
  accepted,
  conflictsWith,
  needsApproval,
  nothing,
  rejected,
  specFor,
} from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import { examples, id } from '../examples.js';
import type { MediationEvent } from '../events/index.js';
import { type Dispute, keysOf } from './past.js';
import { dispute } from './stream.js';

const given = specFor(dispute, settle(settings));
const on = builderOf<MediationEvent>(examples);
const taken = on('mediation.DisputeAccepted');
const agreed = on('mediation.MediationSucceeded');
const code = (name: string) => rejected(`mediation.${name}`);
const outOfStep = rejected('illegal-step');

const stateOf = (event: ReturnType<typeof on<'mediation.DisputeAccepted'>>): Dispute => ({
  status: 'accepted',
  past: [{ ...event, occurredOn: event.data.acceptedOn, office: '', by: 'clerk' }],
});

describe('taking a dispute on', () => {
  it('after its discovery or without one', () => {
    given(on('mediation.DisputeDiscovered')).when(taken).then(accepted);
    given().when(taken).then(accepted);
    given().when(on('mediation.OpeningBalanceImported')).then(accepted);
  });
  it('not twice, not once refused, and not before it was discovered', () => {
    given(taken).when(taken).then(outOfStep);
    given(on('mediation.DisputeNotAccepted'))
      .when(on('mediation.DisputeAccepted', { acceptedOn: '2023-03-05' }))
      .then(outOfStep);
    given(on('mediation.DisputeDiscovered'))
      .when(on('mediation.DisputeAccepted', { acceptedOn: '2023-02-28' }))
      .then(conflictsWith('illegal-step'));
  });
  it('not where a party has refused in writing', () =>
    given()
      .when(on('mediation.DisputeAccepted', { refusedInWriting: true }))
      .then(code('party-refused')));
  it('not where an organ has it in hand, unless that organ referred it', () => {
    given()
      .when(on('mediation.DisputeAccepted', { proceedings: 'court' }))
      .then(code('dealt-with-elsewhere'));
    given()
      .when(on('mediation.DisputeAccepted', { proceedings: 'court', source: 'police' }))
      .then(code('dealt-with-elsewhere'));
    given()
      .when(on('mediation.DisputeAccepted', { proceedings: 'settled' }))
      .then(code('dealt-with-elsewhere'));
    given()
      .when(on('mediation.DisputeAccepted', { proceedings: 'court', source: 'court' }))
      .then(accepted);
  });
  it('not where the law reserves it to others', () =>
    given()
      .when(on('mediation.DisputeAccepted', { proceedings: 'reserved-by-law' }))
      .then(code('reserved-by-law')));
  it('between two at least, persons or firms', () => {
    const [one] = taken.data.parties;
    given()
      .when(on('mediation.DisputeAccepted', { parties: [one as string] }))
      .then(code('too-few-parties'));
    given()
      .when(on('mediation.DisputeAccepted', { parties: [one as string, one as string] }))
      .then(code('too-few-parties'));
    given()
      .when(on('mediation.DisputeAccepted', { parties: [one as string], firmNames: ['某某物业公司'] }))
      .then(accepted);
    given()
      .when(on('mediation.OpeningBalanceImported', { parties: [] }))
      .then(code('too-few-parties'));
  });
  it('in stock only from the day it was taken on', () =>
    given()
      .when(on('mediation.OpeningBalanceImported', { asOfDate: '2019-12-31', acceptedOn: '2020-01-01' }))
      .then(code('accepted-after-cut-off')));
  it('with as many people as parties at least', () => {
    const firmNames = ['甲公司', '乙公司'];
    given()
      .when(on('mediation.DisputeAccepted', { firmNames, peopleInvolved: 4 }))
      .then(accepted);
    given()
      .when(on('mediation.DisputeAccepted', { firmNames, peopleInvolved: 3 }))
      .then(code('fewer-people-than-parties'));
  });
  it('mediated by nobody who is a party', () =>
    given()
      .when(on('mediation.DisputeAccepted', { mediators: [id('party', '2')] }))
      .then(code('mediator-is-party')));
  it('with a local kind under 其他 only', () => {
    given()
      .when(on('mediation.DisputeAccepted', { kind: 'other', otherKind: 'finance' }))
      .then(accepted);
    given()
      .when(on('mediation.DisputeAccepted', { kind: 'traffic', otherKind: 'finance' }))
      .then(code('other-kind-misplaced'));
  });
  it('holds its number and itself for good, parties and subject while it is open', () => {
    const { committeeCode, caseNo, acceptedOn } = taken.data;
    const matter = keysOf(stateOf(taken))
      .find((key) => key.startsWith('open:'))
      ?.slice('open:'.length);
    const forGood = [`case-no:${committeeCode}:${caseNo}`, `case:${committeeCode}:${matter}:${acceptedOn}`];
    given(taken).thenKeys(...forGood, `open:${matter}`);
    given(taken, agreed).thenKeys(...forGood, `agreement-no:${committeeCode}:${agreed.data.agreementNo}`);
    given(taken, on('mediation.MediationFailed')).thenKeys(...forGood);
    given(on('mediation.DisputeDiscovered')).thenKeys();
    const turned = on('mediation.DisputeAccepted', { parties: [...taken.data.parties].reverse() });
    expect(keysOf(stateOf(turned))).toEqual(keysOf(stateOf(taken)));
  });
});

describe('mediating', () => {
  it('goes on until it is closed', () => {
    const session = on('mediation.MediationSessionHeld');
    given(taken).when(session).then(accepted);
    given(taken, session)
      .when(on('mediation.MediationSessionHeld', { heldOn: '2023-03-08' }))
      .then(accepted);
    given(taken, agreed)
      .when(on('mediation.MediationSessionHeld', { heldOn: '2023-03-11' }))
      .then(outOfStep);
    given(taken, agreed).when(session).then(accepted);
    given().when(session).then(outOfStep);
  });
  it('is extended when both agree, to a later day, once', () => {
    const extended = on('mediation.MediationExtended');
    given(taken).when(extended).then(accepted);
    given(taken, extended)
      .when(on('mediation.MediationExtended', { agreedOn: '2023-03-21' }))
      .then(nothing);
    given(taken)
      .when(on('mediation.MediationExtended', { bothAgree: false }))
      .then(code('extension-needs-both'));
    given(taken)
      .when(on('mediation.MediationExtended', { newDueOn: '2023-04-02' }))
      .then(code('extension-not-later'));
    given(taken)
      .when(on('mediation.MediationExtended', { newDueOn: '2023-04-03' }))
      .then(accepted);
    given(taken, extended)
      .when(on('mediation.MediationExtended', { agreedOn: '2023-04-10', newDueOn: '2023-04-19' }))
      .then(code('extension-not-later'));
  });
  it.each(['Failed', 'Withdrawn', 'Transferred', 'Succeeded'] as const)('ends once: %s', (end) => {
    const ended = on(`mediation.Mediation${end}`);
    given(taken).when(ended).then(accepted);
    given(taken, ended).when(agreed).then(outOfStep);
    given(on('mediation.DisputeDiscovered')).when(ended).then(outOfStep);
  });
  it('tells the parties of a failure of other ways, and nobody else', () => {
    given(taken)
      .when(on('mediation.MediationFailed', { parties: [id('party', '2')] }))
      .then(accepted);
    given(taken)
      .when(on('mediation.MediationFailed', { parties: [id('stranger')] }))
      .then(code('not-a-party'));
  });
  it('is followed by a visit after any end', () => {
    const visit = on('mediation.DisputeRevisited');
    given(taken, on('mediation.MediationWithdrawn')).when(visit).then(accepted);
    given(taken).when(visit).then(outOfStep);
  });
});

describe('an agreement', () => {
  it('in writing has a number, an oral one needs none', () => {
    given(taken)
      .when(on('mediation.MediationSucceeded', { agreementNo: undefined }))
      .then(code('agreement-number-missing'));
    given(taken)
      .when(on('mediation.MediationSucceeded', { form: 'oral', agreementNo: undefined }))
      .then(accepted);
  });
  it('is not due before it takes effect', () => {
    given(taken)
      .when(on('mediation.MediationSucceeded', { performDueOn: '2023-03-09' }))
      .then(code('due-before-agreement'));
    given(taken)
      .when(on('mediation.MediationSucceeded', { performDueOn: '2023-03-10' }))
      .then(accepted);
  });
  it('names each harm it prevented once', () => {
    const [a, b] = [
      { harm: 'crime', peopleCount: 2 },
      { harm: 'brawl', peopleCount: 9 },
    ] as const;
    given(taken)
      .when(on('mediation.MediationSucceeded', { prevented: [a, b] }))
      .then(accepted);
    given(taken)
      .when(on('mediation.MediationSucceeded', { prevented: [a, a] }))
      .then(code('prevented-twice'));
  });
  it('is performed in parts until it is performed in full', () => {
    const part = on('mediation.AgreementPerformed', {
      degree: 'partial',
      amountPerformed: '3000.50',
      performedOn: '2023-03-20',
    });
    given(taken, agreed, part)
      .when(on('mediation.AgreementPerformed', { amountPerformed: '4999.50' }))
      .then(accepted);
    given(taken, agreed, part)
      .when(on('mediation.AgreementPerformed', { amountPerformed: '4999.51' }))
      .then(needsApproval('mediation.performed-above-agreed'));
    given(taken, agreed, on('mediation.AgreementPerformed'))
      .when(on('mediation.AgreementPerformed', { performedOn: '2023-04-04' }))
      .then(code('already-performed'));
    given(taken).when(part).then(outOfStep);
    given(taken, agreed)
      .when(on('mediation.AgreementPerformed', { performedOn: '2023-03-09' }))
      .then(outOfStep);
  });
  it('is broken once, and never after full performance', () => {
    const breach = on('mediation.AgreementBreached');
    given(taken, agreed).when(breach).then(accepted);
    given(taken, agreed, breach)
      .when(on('mediation.AgreementBreached', { breachedOn: '2023-04-12' }))
      .then(nothing);
    given(taken, agreed, on('mediation.AgreementPerformed')).when(breach).then(code('already-performed'));
  });
  it('goes to court within thirty days, by both, once; a last day off moves on', () => {
    const apply = (appliedOn: string, jointly = true) =>
      on('mediation.JudicialConfirmationApplied', { appliedOn, jointly });
    // 2023-03-10 + 30 is a Sunday.
    const sunday = on('mediation.MediationSucceeded', { performDueOn: undefined });
    given(taken, sunday).when(apply('2023-04-10')).then(accepted);
    given(taken, sunday).when(apply('2023-04-11')).then(code('confirmation-late'));
    given(taken, agreed).when(apply('2023-03-20', false)).then(code('confirmation-needs-both'));
    given(taken, agreed, apply('2023-03-20')).when(apply('2023-03-20')).then(nothing);
    given(taken, agreed, apply('2023-03-20')).when(apply('2023-03-21')).then(code('confirmation-sought'));
    given(taken, on('mediation.MediationFailed')).when(apply('2023-03-20')).then(outOfStep);
  });
  it('is confirmed or not, once, after both have applied', () => {
    const [applied, ruled] = [on('mediation.JudicialConfirmationApplied'), on('mediation.JudicialConfirmationRuled')];
    given(taken, agreed, applied).when(ruled).then(accepted);
    given(taken, agreed).when(ruled).then(code('confirmation-not-pending'));
    given(taken, agreed, applied, ruled)
      .when(on('mediation.JudicialConfirmationRuled', { ruledOn: '2023-04-05' }))
      .then(code('confirmation-not-pending'));
  });
});
