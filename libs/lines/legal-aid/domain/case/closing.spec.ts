import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { LegalAidEvent } from '../events/index.js';
import { examples, id } from '../examples.js';
import { legalAidCase } from './stream.js';

const built = builderOf<LegalAidEvent>(examples);
const given = specFor(legalAidCase, settle(settings));
const assigned = [built('legal-aid.AidApplied'), built('legal-aid.AidGranted'), built('legal-aid.AgentAssigned')];
const concluded = [...assigned, built('legal-aid.AidConcluded')];
const terminated = [...assigned, built('legal-aid.AidTerminated')];
const submitted = built('legal-aid.DossierSubmitted');
const returned = built('legal-aid.DossierReviewed', { outcome: 'returned' });
const again = built('legal-aid.DossierSubmitted', { submittedOn: '2023-05-25' });

describe('the file', () => {
  it('is handed in after the end, reviewed, and archived once accepted', () => {
    given(...assigned)
      .when(submitted)
      .then(rejected('illegal-step'));
    given(...concluded)
      .when(submitted)
      .then(accepted);
    given(...concluded, submitted)
      .when(built('legal-aid.DossierReviewed'))
      .then(accepted);
    given(...concluded, submitted, built('legal-aid.DossierReviewed'))
      .when(built('legal-aid.CaseArchived'))
      .then(accepted);
  });
  it('goes back and comes again', () => {
    given(...concluded, submitted, returned)
      .when(again)
      .then(accepted);
    given(...concluded, submitted)
      .when(again)
      .then(rejected('legal-aid.dossier-under-review'));
    given(...concluded, submitted, built('legal-aid.DossierReviewed'))
      .when(again)
      .then(rejected('legal-aid.dossier-accepted'));
  });
  it('is neither reviewed nor archived before', () => {
    given(...concluded)
      .when(built('legal-aid.DossierReviewed'))
      .then(rejected('legal-aid.no-dossier-to-review'));
    given(...terminated, submitted, returned)
      .when(built('legal-aid.CaseArchived'))
      .then(rejected('legal-aid.dossier-not-accepted'));
  });
});

describe('the subsidy', () => {
  const approved = built('legal-aid.SubsidyApproved');
  const paid = built('legal-aid.SubsidyPaid');
  it('is approved once, after conclusion or termination', () => {
    given(...assigned)
      .when(built('legal-aid.SubsidyApproved', { approvedOn: '2023-03-01' }))
      .then(rejected('illegal-step'));
    given(...concluded)
      .when(approved)
      .then(accepted);
    given(...terminated)
      .when(approved)
      .then(accepted);
    given(...concluded, approved)
      .when(approved)
      .then(nothing);
    given(...concluded, approved)
      .when(built('legal-aid.SubsidyApproved', { amount: '1300' }))
      .then(rejected('legal-aid.already-approved'));
  });
  it('is paid once, up to what was approved', () => {
    given(...concluded, approved)
      .when(paid)
      .then(accepted);
    given(...concluded, approved)
      .when(built('legal-aid.SubsidyPaid', { amount: '600' }))
      .then(accepted);
    given(...concluded, approved)
      .when(built('legal-aid.SubsidyPaid', { amount: '1200.01' }))
      .then(rejected('legal-aid.paid-over-approved'));
    given(...concluded)
      .when(paid)
      .then(rejected('legal-aid.not-approved'));
    given(...concluded, approved, paid)
      .when(built('legal-aid.SubsidyPaid', { paymentRef: id('another payment') }))
      .then(rejected('legal-aid.already-paid'));
  });
  it('told again with the same payment is nothing new', () => {
    given(...concluded, approved, paid)
      .when(built('legal-aid.SubsidyPaid', { amount: '1200' }))
      .then(nothing);
    given(...concluded, approved, built('legal-aid.SubsidyPaid', { paymentRef: undefined }))
      .when(built('legal-aid.SubsidyPaid', { paymentRef: undefined }))
      .then(rejected('legal-aid.already-paid'));
  });
  it('of nothing is no subsidy', () =>
    expect(() => given(...concluded, built('legal-aid.SubsidyApproved', { amount: '0' }))).toThrow('not valid'));
  it('may follow the archive', () =>
    given(
      ...concluded,
      submitted,
      built('legal-aid.DossierReviewed'),
      built('legal-aid.CaseArchived', { archivedOn: '2023-05-20' }),
      approved,
    )
      .when(paid)
      .then(accepted));
});

describe('an assessment of quality', () => {
  it('looks at concluded cases only', () => {
    const assessed = built('legal-aid.CaseQualityAssessed');
    given(...concluded)
      .when(assessed)
      .then(accepted);
    given(...terminated)
      .when(assessed)
      .then(rejected('legal-aid.not-concluded'));
    given(...assigned)
      .when(assessed)
      .then(rejected('illegal-step'));
  });
});
