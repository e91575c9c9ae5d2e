import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, conflictsWith, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { SurveyEvent } from './events.js';
import { examples } from './examples.js';
import { survey } from './survey.js';

const given = specFor(survey, settle(settings));
const withNotary = specFor(survey, settle(settings, { otherTopics: ['公证服务'] }));
const built = builderOf<SurveyEvent>(examples);
const opened = built('surveys.SurveyOpened');
const test = built('surveys.SurveyOpened', { scale: 'test', topic: 'publicity' });
const answer = built('surveys.ResponseRecorded');
const score = (correct?: number, total?: number) =>
  built('surveys.ResponseRecorded', {
    level: undefined,
    ...(correct === undefined ? {} : { correct }),
    ...(total === undefined ? {} : { total }),
  });
const blank = built('surveys.ResponseRecorded', { level: undefined });
const closed = built('surveys.SurveyClosed');
const summary = built('surveys.SurveySummaryImported');

describe('opening a survey', () => {
  it('opens it once', () => {
    given().when(opened).then(accepted);
    given(opened).when(opened).then(rejected('illegal-step'));
  });
  it('knows the topics of the table, and those the deployment added', () => {
    const notary = built('surveys.SurveyOpened', { topic: 'other', otherTopic: '公证服务' });
    given().when(notary).then(rejected('surveys.unknown-topic'));
    withNotary().when(notary).then(accepted);
    withNotary()
      .when(built('surveys.SurveyOpened', { topic: 'other' }))
      .then(rejected('surveys.unknown-topic'));
    withNotary()
      .when(built('surveys.SurveyOpened', { otherTopic: '公证服务' }))
      .then(rejected('surveys.unknown-topic'));
  });
  it('does not plan its end before its beginning', () => {
    given()
      .when(built('surveys.SurveyOpened', { closesOn: '2023-02-28' }))
      .then(rejected('surveys.dates-reversed'));
    given()
      .when(built('surveys.SurveyOpened', { closesOn: '2023-03-01' }))
      .then(accepted);
  });
});

describe('recording answers', () => {
  it('takes a level of the scale', () => {
    given(opened).when(answer).then(accepted);
    given(built('surveys.SurveyOpened', { scale: 'two-levels' }))
      .when(built('surveys.ResponseRecorded', { level: 'basically-satisfied' }))
      .then(rejected('surveys.answer-outside-scale'));
  });
  it('takes a score in a test, and nowhere else', () => {
    given(test).when(score(6, 10)).then(accepted);
    given(test).when(answer).then(rejected('surveys.answer-outside-scale'));
    given(opened).when(score(6, 10)).then(rejected('surveys.answer-outside-scale'));
    given(test).when(score(6)).then(rejected('surveys.answer-outside-scale'));
    given(test).when(score(11, 10)).then(rejected('surveys.more-correct-than-asked'));
  });
  it('takes a paper without an answer', () => given(opened).when(blank).then(accepted));
  it('takes nothing before the opening or after the end', () => {
    given().when(answer).then(rejected('illegal-step'));
    given(opened, answer, closed)
      .when(built('surveys.ResponseRecorded', { respondedOn: '2023-04-01' }))
      .then(rejected('illegal-step'));
  });
  it('takes no late paper that the end did not count', () =>
    given(opened, answer, closed).when(answer).then(conflictsWith('surveys.valid-differs')));
});

describe('closing a survey', () => {
  it('counts the valid answers, not the blank ones', () => {
    given(opened, answer, blank).when(closed).then(accepted);
    given(opened, answer, answer).when(closed).then(rejected('surveys.valid-differs'));
  });
  it('has no more valid answers than were asked for', () =>
    given(opened, answer, answer)
      .when(built('surveys.SurveyClosed', { issued: 1, valid: 2 }))
      .then(rejected('surveys.more-valid-than-issued')));
  it('is published once closed', () => {
    given(opened, summary).when(built('surveys.SurveyPublished')).then(accepted);
    given(opened).when(built('surveys.SurveyPublished')).then(rejected('illegal-step'));
  });
});

describe('importing totals', () => {
  it('closes the survey', () => {
    given(opened).when(summary).then(accepted);
    given(opened, summary).thenStatus('closed');
    given(opened, summary).when(closed).then(rejected('illegal-step'));
  });
  it('does not mix them with answers recorded one by one', () =>
    given(opened, answer).when(summary).then(rejected('surveys.responses-recorded')));
  it('has each level once, and only levels of the scale', () => {
    const twice = [
      { level: 'satisfied', answerCount: 1 },
      { level: 'satisfied', answerCount: 2 },
    ] as const;
    given(opened)
      .when(built('surveys.SurveySummaryImported', { answers: twice }))
      .then(rejected('surveys.answer-outside-scale'));
    given(test).when(summary).then(rejected('surveys.answer-outside-scale'));
    given(test)
      .when(built('surveys.SurveySummaryImported', { answers: [], passed: 7, notPassed: 3 }))
      .then(accepted);
    given(test)
      .when(built('surveys.SurveySummaryImported', { answers: [], passed: 7 }))
      .then(rejected('surveys.answer-outside-scale'));
  });
  it('has no more answers than were asked for', () => {
    given(opened)
      .when(built('surveys.SurveySummaryImported', { issued: 8 }))
      .then(accepted);
    given(opened)
      .when(built('surveys.SurveySummaryImported', { issued: 7 }))
      .then(rejected('surveys.more-valid-than-issued'));
  });
  it('knows the same totals of the same people again', () =>
    given(opened, summary).thenKeys('summary:满意度调查〔2023〕1号:legal-aid::受援人'));
});
