import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, needsApproval, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { LegalAidEvent } from '../events/index.js';
import { examples } from '../examples.js';
import { legalAidCase } from './stream.js';

const built = builderOf<LegalAidEvent>(examples);
const given = specFor(legalAidCase, settle(settings));
const granted = [built('legal-aid.AidApplied'), built('legal-aid.AidGranted')];
const assigned = [...granted, built('legal-aid.AgentAssigned')];
type Data<Type extends LegalAidEvent['type']> = Partial<Extract<LegalAidEvent, { type: Type }>['data']>;
const assignedAs = (data: Data<'legal-aid.AgentAssigned'>) => built('legal-aid.AgentAssigned', data);

describe('an agent', () => {
  const assign = (data: Data<'legal-aid.AgentAssigned'> = {}) => built('legal-aid.AgentAssigned', data);
  it('is assigned once aid is granted, or on a notice', () => {
    given(...granted)
      .when(assign())
      .then(accepted);
    given(built('legal-aid.DefenceNotified')).when(assign()).then(accepted);
    given(...assigned)
      .when(assign())
      .then(rejected('illegal-step'));
  });
  it('acts before the grant in an emergency only: a limitation with fewer than seven days left', () => {
    const applied = built('legal-aid.AidApplied');
    const near = { assignedOn: '2023-02-02', emergencyGround: 'limitation-near' } as const;
    given(applied)
      .when(assign({ assignedOn: '2023-02-02' }))
      .then(rejected('legal-aid.not-granted'));
    given(applied)
      .when(assign({ ...near, limitationEndsOn: '2023-02-08' }))
      .then(accepted);
    given(applied)
      .when(assign({ ...near, limitationEndsOn: '2023-02-09' }))
      .then(rejected('legal-aid.limitation-not-near'));
    given(applied).when(assign(near)).then(rejected('legal-aid.limitation-not-near'));
    given(applied)
      .when(assign({ ...near, emergencyGround: 'urgent-preservation' }))
      .then(accepted);
    const acting = [applied, assign({ ...near, emergencyGround: 'urgent-preservation' })];
    given(...acting).thenStatus('provisional');
    given(...acting, built('legal-aid.AidGranted')).thenStatus('assigned');
    given(...acting, built('legal-aid.AidRefused')).thenStatus('refused');
    given(
      ...acting,
      built('legal-aid.SupplementRequested', { requestedOn: '2023-02-03' }),
      built('legal-aid.SupplementSupplied'),
    ).thenStatus('provisional');
  });
  it('of a notified defence is a lawyer, with three years behind him where life is at stake', () => {
    const grave = built('legal-aid.DefenceNotified', { ground: 'life-or-death' });
    given(built('legal-aid.DefenceNotified'))
      .when(assign({ agentKind: 'legal-worker' }))
      .then(rejected('legal-aid.lawyer-required'));
    given(grave)
      .when(assign({ practiceYears: 3 }))
      .then(accepted);
    given(grave)
      .when(assign({ practiceYears: 2 }))
      .then(rejected('legal-aid.agent-too-junior'));
    given(grave)
      .when(assign({ practiceYears: undefined }))
      .then(rejected('legal-aid.agent-too-junior'));
  });
  it('gives way to another one', () => {
    const change = (data: Data<'legal-aid.AgentReassigned'> = {}) => built('legal-aid.AgentReassigned', data);
    given(...assigned)
      .when(change())
      .then(accepted);
    given(...assigned)
      .when(change({ agentRef: examples['legal-aid.AgentAssigned'].agentRef }))
      .then(rejected('legal-aid.same-agent'));
    given(built('legal-aid.OpeningBalanceImported'))
      .when(change({ agentRef: examples['legal-aid.AgentAssigned'].agentRef }))
      .then(rejected('legal-aid.same-agent'));
  });
  it('is replaced only where one acts: on the file, or taken over with the opening balance', () => {
    const change = built('legal-aid.AgentReassigned');
    const asked = built('legal-aid.SupplementRequested', { requestedOn: '2023-02-03' });
    const urgent = { assignedOn: '2023-02-02', emergencyGround: 'urgent-preservation' } as const;
    given(built('legal-aid.AidApplied'), asked).when(change).then(rejected('legal-aid.not-granted'));
    given(built('legal-aid.AidApplied'), assignedAs(urgent), asked).when(change).then(accepted);
    given(built('legal-aid.OpeningBalanceImported', { agentRef: undefined, agentKind: undefined }))
      .when(change)
      .then(accepted);
  });
});

describe('the conclusion', () => {
  const conclude = (data: Data<'legal-aid.AidConcluded'> = {}) => built('legal-aid.AidConcluded', data);
  it('is dated by the day the closing paper was received', () => {
    given(...assigned)
      .when(conclude())
      .then(accepted);
    given(...assigned)
      .when(conclude({ resultDocReceivedOn: '2023-04-19' }))
      .then(rejected('legal-aid.not-the-closing-day'));
    given(...assigned)
      .when(conclude({ resultDocReceivedOn: undefined }))
      .then(rejected('legal-aid.result-paper-missing'));
  });
  it('needs no paper where the sides settled out of court', () => {
    const arbitration = [
      built('legal-aid.AidApplied', { form: 'labour-arbitration', stage: 'arbitration' }),
      ...assigned.slice(1),
    ];
    const settled = { basis: 'settlement', result: 'settled', resultDocReceivedOn: undefined } as const;
    given(...arbitration)
      .when(conclude(settled))
      .then(accepted);
    given(...arbitration)
      .when(conclude({ ...settled, basis: 'judgment' }))
      .then(rejected('legal-aid.basis-not-for-case'));
    given(...assigned)
      .when(conclude(settled))
      .then(rejected('legal-aid.basis-not-for-case'));
  });
  it('follows the stage in a criminal case', () => {
    const at = (stage: 'investigation' | 'prosecution' | 'first-instance') => [
      built('legal-aid.DefenceNotified', { stage }),
      built('legal-aid.AgentAssigned'),
    ];
    const adopted = { result: 'adopted', amountWages: undefined, amountRecovered: '0' } as const;
    for (const [stage, basis, other] of [
      ['investigation', 'transfer-opinion', 'judgment'],
      ['prosecution', 'prosecution-decision', 'transfer-opinion'],
      ['first-instance', 'judgment', 'prosecution-decision'],
    ] as const) {
      given(...at(stage))
        .when(conclude({ ...adopted, basis }))
        .then(accepted);
      given(...at(stage))
        .when(conclude({ ...adopted, basis: other }))
        .then(rejected('legal-aid.basis-not-for-case'));
    }
  });
  it('has a result of its own line of the form', () => {
    given(...assigned)
      .when(conclude({ result: 'adopted' }))
      .then(rejected('legal-aid.result-not-for-kind'));
    given(...assigned)
      .when(conclude({ result: 'arbitrated' }))
      .then(rejected('legal-aid.result-not-for-kind'));
  });
  it('takes wages as a part of the whole, and money from a lost case with a second look only', () => {
    given(...assigned)
      .when(conclude({ amountWages: '32500.51' }))
      .then(rejected('legal-aid.wages-exceed-recovered'));
    given(...assigned)
      .when(conclude({ result: 'lost' }))
      .then(needsApproval('legal-aid.recovered-though-lost'));
    given(...assigned)
      .when(conclude({ result: 'lost', amountRecovered: '0.00', amountWages: undefined }))
      .then(accepted);
  });
  it('needs an agent, and comes once', () => {
    given(...granted)
      .when(conclude())
      .then(rejected('illegal-step'));
    given(...assigned, conclude())
      .when(conclude({ concludedOn: '2023-04-21', resultDocReceivedOn: '2023-04-21' }))
      .then(rejected('illegal-step'));
  });
});

describe('a termination', () => {
  const ended = built('legal-aid.AidTerminated');
  it('ends a case that is granted, notified or assigned, and none that is concluded', () => {
    given(...granted)
      .when(ended)
      .then(accepted);
    given(built('legal-aid.DefenceNotified')).when(ended).then(accepted);
    given(...assigned)
      .when(ended)
      .then(accepted);
    given(...assigned, built('legal-aid.AidConcluded'))
      .when(built('legal-aid.AidTerminated', { decidedOn: '2023-04-21' }))
      .then(rejected('illegal-step'));
  });
  it('is told to the agent on the day or later', () => {
    given(...assigned)
      .when(built('legal-aid.AidTerminated', { agentNotifiedOn: '2023-04-20' }))
      .then(accepted);
    given(...assigned)
      .when(built('legal-aid.AidTerminated', { agentNotifiedOn: '2023-04-19' }))
      .then(rejected('legal-aid.dates-reversed'));
  });
  it('that was wrong puts the case back where it stood', () => {
    const set = [ended, built('legal-aid.ObjectionRaised'), built('legal-aid.ObjectionDecided')];
    given(...assigned, ...set).thenStatus('assigned');
    given(...granted, ...set).thenStatus('granted');
    given(built('legal-aid.DefenceNotified'), ...set).thenStatus('notified');
    given(built('legal-aid.OpeningBalanceImported'), ...set).thenStatus('assigned');
  });
});
