import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { SurveyEvent } from './domain/events.js';
import { examples } from './domain/examples.js';
import { surveys } from './index.js';

const built = builderOf<SurveyEvent>(examples);
const OFFICE = '430922001';
const log = () => new PlayedLog(surveys, OFFICE);
const opened = (more: Parameters<typeof built<'surveys.SurveyOpened'>>[1] = {}) => built('surveys.SurveyOpened', more);
const answered = (level: 'very-satisfied' | 'satisfied' | 'basically-satisfied' | 'dissatisfied') =>
  built('surveys.ResponseRecorded', { level });
const score = (correct: number, total = 10) => built('surveys.ResponseRecorded', { level: undefined, correct, total });
const blank = built('surveys.ResponseRecorded', { level: undefined });
const summary = (more: Parameters<typeof built<'surveys.SurveySummaryImported'>>[1] = {}) =>
  built('surveys.SurveySummaryImported', more);
const rates = ['SV-01', 'SV-01-legal-aid', 'SV-02', 'SV-03', 'SV-02-legal-aid', 'SV-03-legal-aid'] as const;

describe('satisfaction', () => {
  it('has no rate in a year without a survey, and never the target', async () =>
    expect(await (await log().sheet()).values('2023', rates)).toEqual({
      'SV-01': null,
      'SV-01-legal-aid': null,
      'SV-02': '0',
      'SV-03': '0',
      'SV-02-legal-aid': '0',
      'SV-03-legal-aid': '0',
    }));

  it('counts answers one by one as it counts the same totals imported', async () => {
    const one = log();
    const levels = ['very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied'] as const;
    const closed = built('surveys.SurveyClosed', { issued: 5, valid: 4 });
    one.on('a', opened(), ...levels.map(answered), blank, closed);
    const all = log();
    const answers = levels.map((level) => ({ level, answerCount: 1 }));
    all.on('a', opened(), summary({ issued: 5, answers }));
    const [byOne, atOnce] = [await one.sheet(), await all.sheet()];
    const wanted = { 'SV-01': '75', 'SV-02': '4', 'SV-03': '3', 'SV-07': '80' };
    expect(await byOne.values('2023', ['SV-01', 'SV-02', 'SV-03', 'SV-07'])).toEqual(wanted);
    expect(await atOnce.values('2023', ['SV-01', 'SV-02', 'SV-03', 'SV-07'])).toEqual(wanted);
    expect(byOne.facts[0]?.fields['returned']).toBe(5);
  });

  it('counts 基本满意 only where the survey says so', async () => {
    const strict = log();
    strict.on('a', opened({ countsBasicallySatisfied: false }), summary());
    const broad = log();
    broad.on('a', opened(), summary());
    expect(await (await strict.sheet()).values('2023', ['SV-01'])).toEqual({ 'SV-01': '62.5' });
    expect(await (await broad.sheet()).values('2023', ['SV-01'])).toEqual({ 'SV-01': '87.5' });
  });

  it('belongs to the period in which the survey closed; an open one counts nowhere', async () => {
    const played = log();
    played.on('last day', opened({ openedOn: '2022-11-01' }), summary({ closedOn: '2022-12-31' }));
    played.on('first day', opened({ openedOn: '2022-11-01' }), summary({ closedOn: '2023-01-01' }));
    played.on('open', opened(), answered('satisfied'));
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['SV-02', 'SV-08'])).toEqual({ 'SV-02': '8', 'SV-08': '1' });
    expect(await sheet.values('2023', ['SV-02', 'SV-08'])).toEqual({ 'SV-02': '8', 'SV-08': '1' });
  });

  it('keeps the topics apart and pools them by their answers, not by their rates', async () => {
    const played = log();
    const of = (satisfied: number, dissatisfied: number) =>
      summary({
        issued: 200,
        answers: [
          { level: 'satisfied', answerCount: satisfied },
          { level: 'dissatisfied', answerCount: dissatisfied },
        ],
      });
    played.on('a', opened(), of(90, 10));
    played.on('b', opened({ topic: 'other', otherTopic: '公证服务' }), of(0, 50));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['SV-01', 'SV-01-legal-aid', 'SV-01-other', 'SV-01-mediation'])).toEqual({
      'SV-01': '60',
      'SV-01-legal-aid': '90',
      'SV-01-other': '0',
      'SV-01-mediation': null,
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('follows a survey whose rule was corrected', async () => {
    const played = log();
    const [openedId] = played.on('a', opened(), summary());
    const changes = [{ field: 'countsBasicallySatisfied', before: 'true', after: 'false' }];
    const correction = { correctsEventId: openedId, changes, reason: 'entry-error', requestId: openedId };
    played.on('a', {
      type: 'surveys.RecordCorrected',
      data: { ...correction, approvedOn: '2023-05-01' },
    });
    expect(await (await played.sheet()).values('2023', ['SV-01'])).toEqual({ 'SV-01': '62.5' });
  });

  it('marks a result with fewer answers than the survey asked for', async () => {
    const played = log();
    played.on('enough', opened({ minSample: 8 }), summary());
    played.on('few', opened({ minSample: 9 }), summary());
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['SV-08-small'])).toEqual({ 'SV-08-small': '1' });
    expect(sheet.registers.map(({ columns }) => columns['smallSample'])).toEqual([false, true]);
  });
});

describe('awareness', () => {
  const test = (more = {}) => opened({ scale: 'test', topic: 'publicity', ...more });
  it('counts who reached the mark, six of ten by default, and keeps out of satisfaction', async () => {
    const played = log();
    const closed = built('surveys.SurveyClosed', { issued: 4, valid: 3 });
    played.on('a', test(), score(6), score(5), score(10), blank, closed);
    const codes = ['SV-04', 'SV-05', 'SV-06', 'SV-02', 'SV-01'] as const;
    const sheet = await played.sheet();
    const values = await sheet.values('2023', codes);
    expect(values).toEqual({
      'SV-04': expect.stringMatching(/^66\.66/),
      'SV-05': '3',
      'SV-06': '2',
      'SV-02': '0',
      'SV-01': null,
    });
    expect(await sheet.values('2023', ['SV-04-answers'])).toEqual({ 'SV-04-answers': '70' });
  });
  it('takes the mark the survey set, and totals', async () => {
    const played = log();
    played.on(
      'a',
      test({ passPercent: 90 }),
      score(8),
      score(9),
      built('surveys.SurveyClosed', { issued: 2, valid: 2 }),
    );
    played.on('b', test(), summary({ issued: 10, answers: [], passed: 4, notPassed: 4 }));
    expect(await (await played.sheet()).values('2023', ['SV-04'])).toEqual({ 'SV-04': '50' });
  });
});

it('says which survey has not ended by its day', async () => {
  const played = log();
  played.on('open', opened({ closesOn: '2023-03-31' }));
  played.on('closed', opened({ closesOn: '2023-03-31' }), summary());
  played.on('without a day', opened({ closesOn: undefined }));
  const { duties } = await played.sheet();
  expect(duties.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
    ['2023-03-31', null],
    ['2023-03-31', '2023-03-31'],
  ]);
});
