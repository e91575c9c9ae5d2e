import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, conflictsWith, needsApproval, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { LegalAidEvent } from '../events/index.js';
import { examples, id } from '../examples.js';
import { legalAidCase } from './stream.js';

const built = builderOf<LegalAidEvent>(examples);
const given = specFor(legalAidCase, settle(settings));
const apply = (data: Parameters<typeof built<'legal-aid.AidApplied'>>[1] = {}) => built('legal-aid.AidApplied', data);
const notify = (data: Parameters<typeof built<'legal-aid.DefenceNotified'>>[1] = {}) =>
  built('legal-aid.DefenceNotified', data);
const criminal = { nature: 'criminal', form: 'criminal-defence-agency', matter: undefined } as const;

describe('an application', () => {
  it('is received', () => given().when(apply()).then(accepted));
  it('of a criminal case has its one form and a stage, of another case a matter', () => {
    given().when(apply(criminal)).then(accepted);
    given()
      .when(apply({ ...criminal, stage: undefined }))
      .then(rejected('legal-aid.stage-missing'));
    given()
      .when(apply({ ...criminal, form: 'litigation' }))
      .then(rejected('legal-aid.form-not-for-nature'));
    given()
      .when(apply({ form: 'criminal-defence-agency' }))
      .then(rejected('legal-aid.form-not-for-nature'));
    given()
      .when(apply({ matter: undefined }))
      .then(rejected('legal-aid.matter-missing'));
    given()
      .when(apply({ stage: 'investigation' }))
      .then(rejected('legal-aid.stage-not-for-nature'));
    given()
      .when(apply({ ...criminal, stage: 'arbitration' }))
      .then(rejected('legal-aid.stage-not-for-nature'));
  });
  it('names each applicant once', () => {
    const twice = [examples['legal-aid.AidApplied'].applicants[0], examples['legal-aid.AidApplied'].applicants[0]];
    given()
      .when(apply({ applicants: twice as never }))
      .then(rejected('legal-aid.recipient-twice'));
  });
  it('forwarded says by whom, and arrives after that one took it', () => {
    const forwarded = { ...criminal, entry: 'forwarded', transferredBy: 'custody-place' } as const;
    given()
      .when(apply({ entry: 'forwarded' }))
      .then(rejected('legal-aid.forwarder-missing'));
    given()
      .when(apply({ ...forwarded, transferReceivedAt: '2023-01-31T15:59:00.000Z' }))
      .then(accepted);
    // 16:00 UTC is the next day in Shanghai.
    given()
      .when(apply({ ...forwarded, transferReceivedAt: '2023-02-01T16:00:00.000Z' }))
      .then(rejected('legal-aid.forwarded-before-taken'));
    given()
      .when(
        apply({
          ...forwarded,
          transferReceivedAt: '2023-02-01T02:00:00.000Z',
          arrivedAt: '2023-02-01T01:59:00.000Z',
        }),
      )
      .then(rejected('legal-aid.forwarded-before-taken'));
  });
  it('keeps the same person, matter and stage from being taken twice while it is open', () => {
    const active = `active:${id('worker')}:labour-relation-and-pay:first-instance`;
    const ofItsDay = `case:${id('worker')}:labour-relation-and-pay:first-instance:2023-02-01`;
    given(apply()).thenKeys(active, ofItsDay);
    given(apply({ caseNo: '桃援〔2023〕1号' })).thenKeys(active, ofItsDay, 'case-no:桃援〔2023〕1号');
    given(apply(), built('legal-aid.AidRefused')).thenKeys(ofItsDay);
  });
  it('of a criminal case is the same one as a notice, whatever matter it names', () =>
    given(apply({ ...criminal, matter: 'other' })).thenKeys(
      `active:${id('worker')}:criminal:first-instance`,
      `case:${id('worker')}:criminal:first-instance:2023-02-01`,
    ));
});

describe('a notice to defend', () => {
  it('is taken without examination, once a notice and person', () => {
    given().when(notify()).then(accepted);
    given(notify()).when(built('legal-aid.AidGranted')).then(rejected('illegal-step'));
    given(notify()).thenKeys(
      `active:${id('suspect')}:criminal:first-instance`,
      `case:${id('suspect')}:criminal:first-instance:2023-02-01`,
      `notice:court:桃法援通〔2023〕1号:${id('suspect')}`,
    );
  });
  it('has a ground that fits its stage', () => {
    given()
      .when(notify({ ground: 'death-review', stage: 'death-review' }))
      .then(accepted);
    given()
      .when(notify({ ground: 'death-review' }))
      .then(rejected('legal-aid.ground-not-for-stage'));
    given()
      .when(notify({ stage: 'compulsory-treatment' }))
      .then(rejected('legal-aid.ground-not-for-stage'));
    given()
      .when(notify({ stage: 'enforcement' }))
      .then(rejected('legal-aid.stage-not-for-nature'));
  });
});

describe('a balance at the opening', () => {
  it('brings in a case that came before it', () => {
    const imported = (data: object) => built('legal-aid.OpeningBalanceImported', data);
    given().when(imported({})).then(accepted);
    given(imported({})).thenStatus('assigned');
    given(imported({ state: 'granted' })).thenStatus('granted');
    given()
      .when(imported({ receivedOn: '2023-01-01' }))
      .then(rejected('legal-aid.dates-reversed'));
  });
});

describe('what is missing', () => {
  const asked = built('legal-aid.SupplementRequested');
  it('is asked for once; a second time needs somebody else to agree', () => {
    given(apply()).when(asked).then(accepted);
    given(apply(), asked)
      .when(built('legal-aid.SupplementRequested', { requestedOn: '2023-02-03' }))
      .then(needsApproval('legal-aid.supplement-asked-again'));
    given(apply())
      .when(built('legal-aid.SupplementRequested', { dueOn: '2023-02-01' }))
      .then(rejected('legal-aid.dates-reversed'));
  });
  it('withdraws the application when its time is over, not before, and not once it is supplied', () => {
    const withdraw = built('legal-aid.ApplicationDeemedWithdrawn');
    given(apply(), asked).when(withdraw).then(accepted);
    given(apply(), asked)
      .when(built('legal-aid.ApplicationDeemedWithdrawn', { withdrawnOn: '2023-02-10' }))
      .then(rejected('legal-aid.supplement-time-running'));
    given(apply(), asked, built('legal-aid.SupplementSupplied')).when(withdraw).then(rejected('illegal-step'));
  });
  it('holds up the decision until it is there', () => {
    given(apply(), asked).when(built('legal-aid.AidGranted')).then(rejected('illegal-step'));
    given(apply(), asked, built('legal-aid.SupplementSupplied')).when(built('legal-aid.AidGranted')).then(accepted);
  });
});

describe('the decision', () => {
  it('is made once, after receipt', () => {
    given(apply()).when(built('legal-aid.AidGranted')).then(accepted);
    given(apply(), built('legal-aid.AidGranted')).when(built('legal-aid.AidRefused')).then(rejected('illegal-step'));
    given(apply())
      .when(built('legal-aid.AidGranted', { decidedOn: '2023-01-31' }))
      .then(rejected('illegal-step'));
  });
  it('may grant another form, if it fits', () => {
    given(apply())
      .when(built('legal-aid.AidGranted', { form: 'labour-arbitration' }))
      .then(accepted);
    given(apply())
      .when(built('legal-aid.AidGranted', { form: 'criminal-defence-agency' }))
      .then(rejected('legal-aid.form-not-for-nature'));
  });
  it('recorded late still has to leave room for what followed', () =>
    given(apply(), built('legal-aid.AidGranted'))
      .when(built('legal-aid.AidRefused', { decidedOn: '2023-02-03' }))
      .then(conflictsWith('illegal-step')));
});

describe('an objection', () => {
  const refused = [apply(), built('legal-aid.AidRefused')];
  const raised = built('legal-aid.ObjectionRaised');
  const settled = (outcome: 'maintained' | 'ordered-to-correct') => built('legal-aid.ObjectionDecided', { outcome });
  it('follows a refusal or a termination only', () => {
    given(...refused)
      .when(raised)
      .then(accepted);
    given(apply()).when(raised).then(rejected('illegal-step'));
  });
  it('is one at a time, and decided once', () => {
    given(...refused, raised)
      .when(built('legal-aid.ObjectionRaised', { raisedOn: '2023-05-11' }))
      .then(rejected('legal-aid.objection-pending'));
    given(...refused)
      .when(settled('maintained'))
      .then(rejected('legal-aid.no-objection'));
    given(...refused, raised, settled('maintained'))
      .when(built('legal-aid.ObjectionRaised', { raisedOn: '2023-06-01' }))
      .then(rejected('legal-aid.objection-settled'));
  });
  it('that is right opens the examination again', () => {
    given(...refused, raised, settled('maintained')).thenStatus('refused');
    given(...refused, raised, settled('ordered-to-correct')).thenStatus('applied');
  });
});
