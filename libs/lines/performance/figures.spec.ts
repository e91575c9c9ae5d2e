import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { PerformanceEvent } from './domain/events.js';
import { examples } from './domain/examples.js';
import { performance } from './index.js';

const built = builderOf<PerformanceEvent>(examples);
const log = () => new PlayedLog(performance, '430922001');
const set = built('performance.TargetsSet');
const monitored = built('performance.MonitoringRecorded');
const evaluated = built('performance.SelfEvaluated');
const submitted = built('performance.SheetSubmitted');
const decided = [built('performance.SheetReviewed'), built('performance.SheetApproved')];
const published = built('performance.SheetPublished');

const stand = async (played: PlayedLog) => {
  const { facts } = await played.sheet();
  return facts.find(({ kind }) => kind === 'performance.sheet')?.fields ?? {};
};

it('has counts of nothing and no rates in an empty year', async () =>
  expect(await (await log().sheet()).values('2023', ['PF-01', 'PF-02', 'PF-02-rate', 'PF-06', 'PF-09'])).toEqual({
    'PF-01': '0',
    'PF-02': '0',
    'PF-02-rate': null,
    'PF-06': '0',
    'PF-09': '0',
  }));

describe('the cycle of a year', () => {
  it('belongs to its fiscal year, however late it is gone through', async () => {
    const played = log();
    played.on('project', set, monitored, evaluated, submitted, ...decided, published);
    played.on('department', built('performance.TargetsSet', { subject: 'department', budget: '10082200.00' }));
    const sheet = await played.sheet();
    const codes = [
      ...(['PF-01', 'PF-01-department', 'PF-01-project', 'PF-01-budget', 'PF-02', 'PF-02-rate', 'PF-03'] as const),
      ...(['PF-03-rate', 'PF-04', 'PF-05', 'PF-05-rate', 'PF-09', 'PF-09-scorable', 'PF-09-manual'] as const),
    ];
    expect(await sheet.values('2023', codes)).toEqual({
      'PF-01': '2',
      'PF-01-department': '1',
      'PF-01-project': '1',
      'PF-01-budget': '10792200',
      'PF-02': '1',
      'PF-02-rate': '50',
      'PF-03': '1',
      'PF-03-rate': '50',
      'PF-04': '1',
      'PF-05': '1',
      'PF-05-rate': '50',
      'PF-09': '4',
      'PF-09-scorable': '2',
      'PF-09-manual': '2',
    });
    expect(await sheet.values('2024', ['PF-01', 'PF-02', 'PF-05'])).toEqual({
      'PF-01': '0',
      'PF-02': '0',
      'PF-05': '0',
    });
    expect(await sheet.values('2023-01-01..2023-12-30', ['PF-01'])).toEqual({ 'PF-01': '0' });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('shows targets set after the year, and those set on its last day as in time', async () => {
    for (const [setOn, late] of [
      ['2023-12-31', false],
      ['2024-01-01', true],
    ] as const) {
      const played = log();
      played.on('a', built('performance.TargetsSet', { setOn }));
      expect(await stand(played)).toMatchObject({ targetSetOn: setOn, setLate: late });
      expect(await (await played.sheet()).values('2023', ['PF-06'])).toEqual({ 'PF-06': late ? '1' : '0' });
    }
  });

  it('shows targets revised when the result was known, and asks for the evaluation again', async () => {
    const played = log();
    const revised = built('performance.TargetsRevised', { revisedOn: '2024-03-01', budget: '800000.00' });
    played.on('a', set, evaluated, revised);
    const now = await stand(played);
    expect(now).toMatchObject({
      status: 'set',
      setLate: true,
      revisedAfterEvaluation: true,
      targetSetOn: '2023-01-12',
      revisedOn: '2024-03-01',
      budget: '800000.00',
    });
    expect(now['evaluatedOn']).toBeUndefined();
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['PF-02', 'PF-06', 'PF-07'])).toEqual({
      'PF-02': '0',
      'PF-06': '1',
      'PF-07': '1',
    });
    const row = sheet.facts.find(({ kind, key }) => kind === 'performance.row' && key === 'received');
    expect(row?.fields).toMatchObject({ target: '160', targetSetOn: '2024-03-01' });
    expect(row?.fields['actual']).toBeUndefined();
  });

  it('keeps a revision before the evaluation apart from one after it', async () => {
    const played = log();
    played.on('a', set, built('performance.TargetsRevised'), evaluated);
    expect(await stand(played)).toMatchObject({ setLate: false, revisedAfterEvaluation: false, status: 'evaluated' });
  });
});

describe('rows', () => {
  it('say what computes them and what is entered by hand, and drop out when they are revised away', async () => {
    const played = log();
    const [first] = examples['performance.TargetsSet'].rows;
    played.on('a', set, evaluated);
    const rows = (await played.sheet()).facts.filter(({ kind }) => kind === 'performance.row');
    expect(rows.map(({ key, fields }) => [key, fields['entry'], fields['scorable'], fields['overrideReason']])).toEqual(
      [
        ['received', 'computed', true, undefined],
        ['safety-line', 'manual', false, '个别走访不及时'],
      ],
    );
    played.on('a', built('performance.TargetsRevised', { revisedOn: '2024-03-01', rows: first ? [first] : [] }));
    const left = (await played.sheet()).facts.filter(({ kind }) => kind === 'performance.row');
    expect(left.map(({ key }) => key)).toEqual(['received']);
  });
});

describe('steps', () => {
  it('stand in a list with level and note, and a return counts on its day', async () => {
    const played = log();
    const again = built('performance.SheetSubmitted', { submittedOn: '2024-03-08' });
    const back = built('performance.SheetReturned', { returnedOn: '2024-03-04' });
    played.on(
      'a',
      set,
      evaluated,
      submitted,
      back,
      again,
      built('performance.SheetReviewed', { reviewedOn: '2024-03-09' }),
    );
    const sheet = await played.sheet();
    const steps = sheet.facts.filter(({ kind }) => kind === 'performance.step').map(({ fields }) => fields);
    expect(steps.map(({ step, steppedOn, level, note }) => [step, steppedOn, level, note])).toEqual([
      ['submitted', '2024-03-01', 'county', undefined],
      ['returned', '2024-03-04', 'office', '补充偏差原因'],
      ['submitted', '2024-03-08', 'county', undefined],
      ['reviewed', '2024-03-09', 'county', '扣分说明齐全'],
    ]);
    expect(await sheet.values('2024', ['PF-08'])).toEqual({ 'PF-08': '1' });
    expect(await sheet.values('2023', ['PF-08', 'PF-04'])).toEqual({ 'PF-08': '0', 'PF-04': '0' });
    expect(await stand(played)).toMatchObject({ status: 'reviewed', level: 'county', auditedTotal: '98.00' });
  });
});

describe('what is due', () => {
  const dues = async (played: PlayedLog) =>
    (await played.sheet()).duties.map(({ deadline, dueOn, metOn }) => [deadline, dueOn, metOn]);
  it('is the monitoring to July by August, and the evaluation by April', async () => {
    const played = log();
    played.on('a', set, monitored, evaluated);
    expect(await dues(played)).toEqual([
      ['PF-D01', '2023-08-31', '2023-08-10'],
      ['PF-D02', '2024-04-30', '2024-02-28'],
    ]);
  });
  it('is not met by a monitoring to June, and first met by the one that reaches July', async () => {
    const june = built('performance.MonitoringRecorded', { monitoredOn: '2023-07-05', monthEnd: '2023-06-30' });
    const late = built('performance.MonitoringRecorded', { monitoredOn: '2023-10-09', monthEnd: '2023-09-30' });
    const played = log();
    played.on('a', set, june);
    expect(await dues(played)).toEqual([
      ['PF-D01', '2023-08-31', null],
      ['PF-D02', '2024-04-30', null],
    ]);
    played.on('a', monitored, late);
    expect((await dues(played))[0]).toEqual(['PF-D01', '2023-08-31', '2023-08-10']);
    expect(await stand(played)).toMatchObject({ monitoredTo: '2023-09-30' });
  });
  it('is no monitoring where the targets came later', async () => {
    const played = log();
    played.on('a', built('performance.TargetsSet', { setOn: '2023-09-01' }));
    expect((await dues(played)).map(([code]) => code)).toEqual(['PF-D02']);
  });
});
