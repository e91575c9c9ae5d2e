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
