import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { TrainingEvent } from './events.js';
import { examples, person } from './examples.js';
import { appraisal, competition, exam, officer } from './records.js';

const settled = settle(settings);
const built = builderOf<TrainingEvent>(examples);

describe('officers in post', () => {
  const given = specFor(officer, settled);
  const posted = built('training.OfficerPosted');
  const left = built('training.OfficerLeft');
  it('come and go', () => {
    given().when(posted).then(accepted);
    given(posted).when(left).then(accepted);
    given().when(left).then(rejected('illegal-step'));
    given(posted, left).when(left).then(rejected('illegal-step'));
  });
  it('have one duty at a time of a kind, given back when they leave', () => {
    given(posted).thenKeys(`officer:office-head:${person('head')}`);
    given(posted, left).thenKeys();
  });
  it('hold a duty, not the whole staff', () =>
    given()
      .when(built('training.OfficerPosted', { duty: 'all-staff' }))
      .then(rejected('training.not-a-duty')));
});

it('lets no more pass an examination than took it', () => {
  const given = specFor(exam, settled);
  given()
    .when(built('training.LicenceExamTaken', { passed: 20 }))
    .then(accepted);
  given()
    .when(built('training.LicenceExamTaken', { passed: 21 }))
    .then(rejected('training.more-passed-than-examined'));
});

describe('yearly appraisal', () => {
  const given = specFor(appraisal, settled);
  it('is of a year that has begun, once a person', () => {
    given().when(built('training.AnnualAppraisalRecorded')).then(accepted);
    given()
      .when(built('training.AnnualAppraisalRecorded', { appraisalYear: 2025 }))
      .then(rejected('training.year-not-begun'));
    given(built('training.AnnualAppraisalRecorded')).thenKeys(`appraisal:2023:${person('clerk')}`);
  });
});

it('holds a competition in each subject once', () => {
  const given = specFor(competition, settled);
  given().when(built('training.CompetitionHeld')).then(accepted);
  given()
    .when(built('training.CompetitionHeld', { subjects: ['授课', '授课'] }))
    .then(rejected('training.subject-twice'));
});
