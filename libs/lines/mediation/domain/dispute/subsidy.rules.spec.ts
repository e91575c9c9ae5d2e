import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, needsApproval, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import { examples, id } from '../examples.js';
import type { MediationEvent } from '../events/index.js';
import { dispute } from './stream.js';

const inCounty = (choice: object = {}) => specFor(dispute, settle(settings, choice as Record<string, unknown>));
const given = inCounty();
const on = builderOf<MediationEvent>(examples);
const code = (name: string) => rejected(`mediation.${name}`);
const outOfStep = rejected('illegal-step');

const taken = on('mediation.DisputeAccepted');
const settled = [taken, on('mediation.MediationSucceeded')];
const failed = [taken, on('mediation.MediationFailed')];
const proposed = on('mediation.DifficultyProposed');
const confirmed = on('mediation.DifficultyConfirmed');
const claimed = on('mediation.SubsidyClaimed');
const approved = on('mediation.SubsidyApproved');
const paid = on('mediation.SubsidyPaid');
const graded = [...settled, proposed, confirmed];
const due = [...graded, claimed, approved];

describe('the grade of a case', () => {
  it('is proposed while it is mediated or after, for a reason the county knows', () => {
    given(taken)
      .when(on('mediation.DifficultyProposed', { proposedOn: '2023-03-05' }))
      .then(accepted);
    given(...settled)
      .when(proposed)
      .then(accepted);
    given().when(proposed).then(outOfStep);
    const strict = inCounty({
      gradeThresholds: [
        {
          from: '2011-01-01',
          value: { difficult: { peopleCount: 10, amount: 12_000.01, sessionCount: 3, deathOrInjury: true } },
        },
      ],
    });
    strict(...settled)
      .when(proposed)
      .then(needsApproval('mediation.grade-below-threshold'));
    for (const reached of [{ peopleCount: 10 }, { amount: '12000.01' }, { sessionCount: 3 }, { deathOrInjury: true }])
      strict(...settled)
        .when(on('mediation.DifficultyProposed', { factors: { ...proposed.data.factors, ...reached } }))
        .then(accepted);
    strict(...settled)
      .when(on('mediation.DifficultyProposed', { factors: { ...proposed.data.factors, groupRisk: true } }))
      .then(needsApproval('mediation.grade-below-threshold'));
  });
  it('is confirmed after a success, by another than mediator and proposer', () => {
    given(...settled, proposed)
      .when(confirmed)
      .then(accepted);
    given(taken, on('mediation.DifficultyProposed', { proposedOn: '2023-03-05' }))
      .when(on('mediation.DifficultyConfirmed', { confirmedOn: '2023-03-06' }))
      .then(outOfStep);
    given(...settled)
      .when(confirmed)
      .then(code('grade-not-proposed'));
    given(...settled, proposed)
      .when(on('mediation.DifficultyConfirmed', { reviewer: id('mediator') }))
      .then(code('confirmed-by-mediator'));
    given(...settled, proposed)
      .when(on('mediation.DifficultyConfirmed', { reviewer: id('clerk') }))
      .then(code('confirmed-by-proposer'));
    given(...failed, proposed)
      .when(confirmed)
      .then(code('not-succeeded'));
    inCounty({ subsidyForEffort: true })(...failed, proposed)
      .when(confirmed)
      .then(accepted);
  });
  it('may be another than proposed, and may be changed until money follows from it', () => {
    given(...settled, proposed)
      .when(on('mediation.DifficultyConfirmed', { grade: 'major' }))
      .then(accepted);
    given(...graded)
      .when(on('mediation.DifficultyConfirmed', { confirmedOn: '2023-03-16' }))
      .then(nothing);
    const regraded = on('mediation.DifficultyConfirmed', { confirmedOn: '2023-05-06', grade: 'major' });
    given(...graded)
      .when(regraded)
      .then(accepted);
    given(...due)
      .when(regraded)
      .then(code('already-approved'));
    given(...due)
      .when(on('mediation.DifficultyProposed', { proposedOn: '2023-05-06' }))
      .then(code('already-approved'));
  });
});

describe('a dossier', () => {
  it('is reviewed once the case is closed, by nobody who mediated it', () => {
    given(...settled)
      .when(on('mediation.DossierReviewed'))
      .then(accepted);
    given(...failed)
      .when(on('mediation.DossierReviewed'))
      .then(accepted);
    given(taken).when(on('mediation.DossierReviewed')).then(outOfStep);
    given(...settled)
      .when(on('mediation.DossierReviewed', { reviewer: id('mediator') }))
      .then(code('reviewed-by-mediator'));
  });
  it('is archived once', () => {
    const archived = on('mediation.DisputeArchived');
    given(...settled)
      .when(archived)
      .then(accepted);
    given(...settled, archived)
      .when(archived)
      .then(nothing);
    given(...settled, archived)
      .when(on('mediation.DisputeArchived', { archiveNo: '另一号' }))
      .then(code('already-archived'));
    given(...graded, claimed, approved, archived)
      .when(paid)
      .then(accepted);
  });
});

describe('a claim', () => {
  it('is made once for a success, graded or not', () => {
    given(...settled)
      .when(claimed)
      .then(accepted);
    given(...settled, claimed)
      .when(claimed)
      .then(nothing);
    given(...settled, claimed)
      .when(on('mediation.SubsidyClaimed', { claimedOn: '2023-06-05' }))
      .then(code('already-claimed'));
    given(...settled, claimed, on('mediation.SubsidyRefused'))
      .when(on('mediation.SubsidyClaimed', { claimedOn: '2023-06-05' }))
      .then(code('already-claimed'));
  });
  it('is made for a failure only where the county pays for effort', () => {
    given(...failed)
      .when(claimed)
      .then(code('not-succeeded'));
    inCounty({ subsidyForEffort: true })(...failed)
      .when(claimed)
      .then(accepted);
    given(taken, on('mediation.MediationWithdrawn')).when(claimed).then(outOfStep);
  });
  it('names a mediator of the case who is not on the public payroll', () => {
    const salaried = on('mediation.SubsidyClaimed', { onPublicPayroll: true });
    given(...settled)
      .when(salaried)
      .then(code('payee-on-payroll'));
    inCounty({ subsidyOnPayroll: true })(...settled)
      .when(salaried)
      .then(accepted);
    given(...settled)
      .when(on('mediation.SubsidyClaimed', { payee: id('secretary') }))
      .then(needsApproval('mediation.payee-not-mediator'));
  });
  it('waits for a dossier that is up to standard', () => {
    const bad = on('mediation.DossierReviewed', { result: 'not-passed' });
    const good = on('mediation.DossierReviewed', { reviewedOn: '2023-04-03' });
    given(...settled, bad)
      .when(claimed)
      .then(code('dossier-not-passed'));
    given(...settled, bad, good)
      .when(claimed)
      .then(accepted);
  });
});

describe('an approval', () => {
  it('follows a claim and the confirmed grade, once', () => {
    given(...graded, claimed)
      .when(approved)
      .then(accepted);
    given(...graded)
      .when(approved)
      .then(code('not-claimed'));
    given(...settled, claimed)
      .when(approved)
      .then(code('grade-not-confirmed'));
    given(...graded, claimed)
      .when(on('mediation.SubsidyApproved', { grade: 'major' }))
      .then(code('grade-not-confirmed'));
    given(...due)
      .when(approved)
      .then(nothing);
    given(...due)
      .when(on('mediation.SubsidyApproved', { amountApproved: '150' }))
      .then(code('already-approved'));
  });
  it('or the claim is refused, once', () => {
    const refused = on('mediation.SubsidyRefused');
    given(...graded, claimed)
      .when(refused)
      .then(accepted);
    given(...graded)
      .when(refused)
      .then(code('not-claimed'));
    given(...due)
      .when(refused)
      .then(code('already-approved'));
    given(...graded, claimed, refused)
      .when(refused)
      .then(nothing);
    given(...graded, claimed, refused)
      .when(on('mediation.SubsidyRefused', { reason: '重复' }))
      .then(code('already-refused'));
    given(...graded, claimed, refused)
      .when(approved)
      .then(code('already-refused'));
  });
  it('stays within the tariff, and within the tariff in force where the county set one', () => {
    given(...graded, claimed)
      .when(on('mediation.SubsidyApproved', { amountApproved: '200.01' }))
      .then(code('above-tariff'));
    given(...graded, claimed)
      .when(on('mediation.SubsidyApproved', { amountApproved: '199.99' }))
      .then(accepted);
    const tariffs = [
      { from: '2011-01-01', value: { difficult: '150' } },
      { from: '2023-05-04', value: { difficult: '200.00' } },
    ];
    inCounty({ tariffs })(...graded, claimed)
      .when(approved)
      .then(accepted);
    inCounty({ tariffs })(...graded, claimed)
      .when(on('mediation.SubsidyApproved', { approvedOn: '2023-05-03' }))
      .then(code('tariff-not-in-force'));
  });
  it('comes from the purse that pays for the grade', () => {
    const fundedGrades = { county: ['simple', 'ordinary'], province: ['difficult', 'major', 'extra-major'] };
    inCounty({ fundedGrades })(...graded, claimed)
      .when(approved)
      .then(accepted);
    inCounty({ fundedGrades })(...graded, claimed)
      .when(on('mediation.SubsidyApproved', { fundLevel: 'county' }))
      .then(code('grade-not-funded'));
  });
  it('asks for a review where the county does', () => {
    const careful = inCounty({ reviewBeforeSubsidy: true });
    careful(...graded, claimed)
      .when(approved)
      .then(code('dossier-not-passed'));
    careful(...graded, claimed, on('mediation.DossierReviewed'))
      .when(approved)
      .then(accepted);
    given(...graded, claimed, on('mediation.DossierReviewed', { reviewedOn: '2023-04-20', result: 'not-passed' }))
      .when(approved)
      .then(code('dossier-not-passed'));
  });
});

describe('a payment', () => {
  it('follows an approval, in parts if need be, and never above it', () => {
    given(...due)
      .when(paid)
      .then(accepted);
    given(...graded, claimed)
      .when(paid)
      .then(code('not-approved'));
    given(...due)
      .when(on('mediation.SubsidyPaid', { paidOn: '2023-05-03' }))
      .then(code('not-approved'));
    const half = on('mediation.SubsidyPaid', { amountPaid: '100.10' });
    const rest = (amountPaid: string) =>
      on('mediation.SubsidyPaid', { paidOn: '2023-06-20', amountPaid, paymentRef: id('payment', '2') });
    given(...due, half)
      .when(rest('99.90'))
      .then(accepted);
    given(...due, half)
      .when(rest('99.91'))
      .then(code('paid-above-approved'));
  });
  it('is recorded once by its reference', () => {
    given(...due, paid)
      .when(paid)
      .then(nothing);
    given(...due, paid)
      .when(on('mediation.SubsidyPaid', { amountPaid: '1' }))
      .then(code('payment-exists'));
  });
});
