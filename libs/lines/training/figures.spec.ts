import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { TrainingEvent } from './domain/events.js';
import { examples, person } from './domain/examples.js';
import { training } from './index.js';

const built = builderOf<TrainingEvent>(examples);
const OFFICE = '430922001';
const log = () => new PlayedLog(training, OFFICE);
const plan = built('training.TrainingPlanned');
const session = (more: Parameters<typeof built<'training.TrainingHeld'>>[1] = {}) =>
  built('training.TrainingHeld', more);
const second = session({ sessionNo: 2, heldOn: '2023-09-10' });

it('has counts of nothing and no rates in an empty year', async () =>
  expect(
    await (await log().sheet()).values('2023', ['TR-01', 'TR-02', 'TR-03', 'TR-04', 'TR-05', 'TR-06', 'TR-07']),
  ).toEqual({
    'TR-01': '0',
    'TR-02': '0',
    'TR-03': null,
    'TR-04': null,
    'TR-05': null,
    'TR-06': null,
    'TR-07': null,
  }));

describe('sessions', () => {
  it('count on their day, by form, planned or not', async () => {
    const played = log();
    played.on('a', session({ heldOn: '2022-12-31', form: 'lecture' }));
    played.on('b', session({ heldOn: '2023-01-01', form: 'meeting' }), second);
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['TR-01', 'TR-01-lectures'])).toEqual({ 'TR-01': '1', 'TR-01-lectures': '1' });
    expect(await sheet.values('2023', ['TR-01', 'TR-01-meetings', 'TR-01-courses', 'TR-02'])).toEqual({
      'TR-01': '2',
      'TR-01-meetings': '1',
      'TR-01-courses': '1',
      'TR-02': '6',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });
  it('count trainees by head and, where they are named, by person', async () => {
    const played = log();
    played.on('a', session(), second);
    expect(await (await played.sheet()).values('2023', ['TR-02', 'TR-02-persons'])).toEqual({
      'TR-02': '6',
      'TR-02-persons': '2',
    });
  });
});

describe('plan against done', () => {
  const codes = ['TR-04', 'TR-04-all', 'TR-04-planned', 'TR-04-held'] as const;
  it('divides the sessions of the plan, and of all trainings as a variant', async () => {
    const played = log();
    played.on('planned', plan, session());
    played.on('unplanned', session({ subject: '保密知识' }));
    expect(await (await played.sheet()).values('2023', codes)).toEqual({
      'TR-04': '50',
      'TR-04-all': '100',
      'TR-04-planned': '2',
      'TR-04-held': '1',
    });
  });
  it('counts a plan of December in its own year', async () => {
    const played = log();
    played.on('a', built('training.TrainingPlanned', { plannedOn: '2022-12-20', startsOn: undefined }), session());
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['TR-04-planned', 'TR-04'])).toEqual({ 'TR-04-planned': '0', 'TR-04': null });
    expect(await sheet.values('2023', ['TR-04-planned', 'TR-04'])).toEqual({ 'TR-04-planned': '2', 'TR-04': '50' });
  });
  it('is reached only by sessions held before the period ends', async () => {
    const played = log();
    played.on('a', plan, session(), second);
    const sheet = await played.sheet();
    expect(await sheet.values('2023-01-01..2023-06-30', ['TR-04'])).toEqual({ 'TR-04': '50' });
    expect(await sheet.values('2023', ['TR-04'])).toEqual({ 'TR-04': '100' });
  });
  it('keeps a cancelled plan as a plan, and asks no more of it', async () => {
    const played = log();
    played.on('a', plan, built('training.TrainingCancelled'));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['TR-04', 'TR-04-cancelled'])).toEqual({ 'TR-04': '0', 'TR-04-cancelled': '1' });
    expect(sheet.duties).toEqual([]);
  });
  it('is due by the end of its year and met by its last session', async () => {
    const played = log();
    played.on('done', plan, session(), second);
    played.on('half', built('training.TrainingPlanned', { subject: '其他' }), session());
    expect((await played.sheet()).duties.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-12-31', '2023-09-10'],
      ['2023-12-31', null],
    ]);
  });
});

describe('results', () => {
  const codes = ['TR-03', 'TR-03-trainees', 'TR-03-assessed', 'TR-03-qualified'] as const;
  it('divide by those assessed, or by all trainees', async () => {
    const played = log();
    const unqualified = built('training.TraineeAssessed', { traineeRef: person('b'), result: 'unqualified' });
    played.on('a', session({ traineeCount: 4 }), built('training.TraineeAssessed'), unqualified);
    expect(await (await played.sheet()).values('2023', codes)).toEqual({
      'TR-03': '50',
      'TR-03-trainees': '25',
      'TR-03-assessed': '2',
      'TR-03-qualified': '1',
    });
  });
  it('count totals as they count people', async () => {
    const played = log();
    const totals = built('training.SessionAssessed', { assessed: 2, qualified: 1 });
    played.on('a', session({ traineeCount: 4 }), totals);
    expect(await (await played.sheet()).values('2023', ['TR-03', 'TR-03-trainees'])).toEqual({
      'TR-03': '50',
      'TR-03-trainees': '25',
    });
  });
  it('belong to the day of the assessment', async () => {
    const played = log();
    played.on('a', session({ heldOn: '2022-12-31' }), built('training.TraineeAssessed', { assessedOn: '2023-01-01' }));
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['TR-03'])).toEqual({ 'TR-03': null });
    expect(await sheet.values('2023', ['TR-03'])).toEqual({ 'TR-03': '100' });
    expect((await sheet.findings('2023')).map(({ rule }) => rule)).toEqual(['training.assessed-within-trained']);
  });
});

describe('heads of justice offices', () => {
  const posted = (name: string, more = {}) => built('training.OfficerPosted', { personRef: person(name), ...more });
  it('count once, in whatever training, if they are in post at the end', async () => {
    const played = log();
    for (const name of ['a', 'b', 'c', 'd']) played.on(name, posted(name));
    played.on('left', posted('left'), built('training.OfficerLeft'));
    played.on('clerk', posted('clerk', { duty: 'office-staff' }));
    const all = ['a', 'b', 'left', 'clerk'].map(person);
    played.on('x', session({ traineeCount: 9, trainees: all }), session({ sessionNo: 2, trainees: [person('a')] }));
    expect(await (await played.sheet()).values('2023', ['TR-05', 'TR-05-trained', 'TR-05-heads', 'TR-09'])).toEqual({
      'TR-05': '50',
      'TR-05-trained': '2',
      'TR-05-heads': '4',
      'TR-09': '5',
    });
  });
});

describe('appraisals and examinations', () => {
  const appraised = (name: string, more = {}) =>
    built('training.AnnualAppraisalRecorded', { staffRef: person(name), ...more });
  it('belong to the year appraised, however late they are made', async () => {
    const played = log();
    played.on('late', appraised('a'));
    played.on('in time', appraised('b', { appraisedOn: '2023-12-20', grade: 'basically-competent' }));
    played.on('bureau', appraised('c', { staffKind: 'bureau', grade: 'excellent' }));
    const sheet = await played.sheet();
    const codes = ['TR-06', 'TR-06-office', 'TR-06-appraised', 'TR-06-qualified'] as const;
    expect(await sheet.values('2023', codes)).toEqual({
      'TR-06': expect.stringMatching(/^66\.66/),
      'TR-06-office': '50',
      'TR-06-appraised': '3',
      'TR-06-qualified': '2',
    });
    expect(await sheet.values('2024', codes)).toMatchObject({ 'TR-06': null, 'TR-06-appraised': '0' });
  });
  it('divide those who passed by those who sat, by kind', async () => {
    const played = log();
    played.on('a', built('training.LicenceExamTaken'));
    played.on('b', built('training.LicenceExamTaken', { kind: 'annual-check', examinees: 30, passed: 27 }));
    expect(await (await played.sheet()).values('2023', ['TR-07', 'TR-07-licence', 'TR-07-annual-check'])).toEqual({
      'TR-07': '90',
      'TR-07-licence': '90',
      'TR-07-annual-check': '90',
    });
  });
  it('count competitions and their subjects', async () => {
    const played = log();
    played.on('a', built('training.CompetitionHeld'));
    expect(await (await played.sheet()).values('2023', ['TR-08', 'TR-08-subjects', 'TR-08-participants'])).toEqual({
      'TR-08': '1',
      'TR-08-subjects': '2',
      'TR-08-participants': '24',
    });
  });
});
