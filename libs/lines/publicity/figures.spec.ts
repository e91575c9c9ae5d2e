import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { PublicityEvent } from './domain/events.js';
import { examples } from './domain/examples.js';
import { publicity } from './index.js';

const built = builderOf<PublicityEvent>(examples);
const log = () => new PlayedLog(publicity, '430922001');
const plan = (more: Parameters<typeof built<'publicity.ActivityPlanned'>>[1] = {}) =>
  built('publicity.ActivityPlanned', more);
const held = (more: Parameters<typeof built<'publicity.ActivityHeld'>>[1] = {}) =>
  built('publicity.ActivityHeld', more);
const villages = (...codes: readonly string[]) => codes.map((unitCode) => ({ unitKind: 'village' as const, unitCode }));
const listed = (unitCode: string, more = {}) => built('publicity.UnitListed', { unitCode, ...more });

it('has counts of nothing and no rates in an empty year', async () =>
  expect(
    await (await log().sheet()).values('2023', ['PL-01', 'PL-02', 'PL-03', 'PL-04', 'PL-05', 'PL-07', 'PL-08']),
  ).toEqual({
    'PL-01': '0',
    'PL-02': '0',
    'PL-03': null,
    'PL-04': '0',
    'PL-05': null,
    'PL-07': null,
    'PL-08': '0',
  }));

describe('activities', () => {
  it('count on their day, by theme', async () => {
    const played = log();
    played.on('a', held({ heldOn: '2022-12-31' }));
    played.on('b', held({ heldOn: '2023-01-01', theme: 'legal-aid', attendance: 30 }), held());
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['PL-01', 'PL-02'])).toEqual({ 'PL-01': '1', 'PL-02': '120' });
    expect(
      await sheet.values('2023', ['PL-01', 'PL-01-legal-aid', 'PL-02', 'PL-02-legal-aid', 'PL-04-handed-out']),
    ).toEqual({
      'PL-01': '2',
      'PL-01-legal-aid': '1',
      'PL-02': '150',
      'PL-02-legal-aid': '30',
      'PL-04-handed-out': '600',
    });
  });
  it('fulfil their plan, whose year is its own', async () => {
    const played = log();
    played.on('a', plan({ plannedOn: '2022-12-20' }), held({ heldOn: '2023-03-01' }));
    played.on('unplanned', held());
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['PL-01-planned'])).toEqual({ 'PL-01-planned': '0' });
    expect(await sheet.values('2023', ['PL-01', 'PL-01-planned', 'PL-01-plan-rate'])).toEqual({
      'PL-01': '2',
      'PL-01-planned': '2',
      'PL-01-plan-rate': '50',
    });
    expect(sheet.duties.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([['2023-12-31', null]]);
  });
  it('leave a cancelled plan unfulfilled and no duty behind', async () => {
    const played = log();
    played.on('a', plan(), built('publicity.ActivityCancelled'));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['PL-01-plan-rate', 'PL-01-cancelled'])).toEqual({
      'PL-01-plan-rate': '0',
      'PL-01-cancelled': '1',
    });
    expect(sheet.duties).toEqual([]);
  });
  it('may test what the audience knows', async () => {
    const played = log();
    played.on('a', held(), built('publicity.AwarenessTested'));
    expect(await (await played.sheet()).values('2023', ['PL-05-tests'])).toEqual({ 'PL-05-tests': '75' });
  });
});

describe('coverage', () => {
  it('counts each village once a period, of the villages there are at its end', async () => {
    const played = log();
    for (const code of ['1', '2', '3', '4']) played.on(code, listed(code));
    played.on('gone', listed('5'), built('publicity.UnitDissolved'));
    played.on('a', held({ heldOn: '2023-02-01', coveredUnits: villages('1', '2', '5', 'unknown') }));
    played.on('b', held({ heldOn: '2023-12-31', coveredUnits: villages('2', '3') }));
    played.on('c', held({ heldOn: '2024-01-01', coveredUnits: villages('4') }));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['PL-03', 'PL-03-covered', 'PL-03-villages'])).toEqual({
      'PL-03': '75',
      'PL-03-covered': '3',
      'PL-03-villages': '4',
    });
    expect(await sheet.values('2024', ['PL-03'])).toEqual({ 'PL-03': '25' });
    expect(await sheet.findings('2023')).toEqual([]);
  });
  it('can be counted by schools instead', async () => {
    const played = log();
    for (const code of ['1', '2']) played.on(code, listed(code, { unitKind: 'school' }));
    played.on('a', held({ coveredUnits: [{ unitKind: 'school', unitCode: '1' }, ...villages('2')] }));
    expect(await (await played.sheet()).values('2023', ['PL-03-schools', 'PL-03'])).toEqual({
      'PL-03-schools': '50',
      'PL-03': null,
    });
  });
  it('follows a correction of the village named', async () => {
    const played = log();
    for (const code of ['1', '2']) played.on(code, listed(code));
    const [id] = played.on('a', held({ coveredUnits: villages('1', '2') }));
    const after = JSON.stringify(villages('1'));
    const changes = [{ field: 'coveredUnits', before: JSON.stringify(villages('1', '2')), after }];
    const data = { correctsEventId: id, requestId: id, changes, reason: 'entry-error', approvedOn: '2024-01-10' };
    played.on('a', { type: 'publicity.RecordCorrected', data });
    expect(await (await played.sheet()).values('2023', ['PL-03'])).toEqual({ 'PL-03': '50' });
  });
});

describe('print, media, places', () => {
  it('count copies printed, handed out and left', async () => {
    const played = log();
    played.on(
      'a',
      built('publicity.MaterialPrinted', { printedOn: '2022-12-31' }),
      built('publicity.MaterialDistributed'),
    );
    const sheet = await played.sheet();
    const codes = ['PL-04', 'PL-04-distributed', 'PL-04-left'] as const;
    expect(await sheet.values('2022', codes)).toEqual({
      'PL-04': '5000',
      'PL-04-distributed': '0',
      'PL-04-left': '5000',
    });
    expect(await sheet.values('2023', codes)).toEqual({
      'PL-04': '0',
      'PL-04-distributed': '3000',
      'PL-04-left': '2000',
    });
    expect((await sheet.findings('2023')).map(({ rule }) => rule)).toEqual(['publicity.distributed-within-printed']);
  });
  it('count releases and, where they are known, reads', async () => {
    const played = log();
    played.on('a', built('publicity.MediaPublished'));
    played.on('b', built('publicity.MediaPublished', { readCount: undefined }));
    expect(await (await played.sheet()).values('2023', ['PL-10', 'PL-10-reads'])).toEqual({
      'PL-10': '2',
      'PL-10-reads': '1200',
    });
  });
  it('count scenes from acceptance to the closing of their place', async () => {
    const played = log();
    played.on('park', built('publicity.CulturePlaceBuilt'), built('publicity.CulturePlaceClosed'));
    const sheet = await played.sheet();
    const codes = ['PL-09', 'PL-09-places', 'PL-09-built'] as const;
    expect(await sheet.values('2023', codes)).toEqual({ 'PL-09': '21', 'PL-09-places': '1', 'PL-09-built': '21' });
    expect(await sheet.values('2024', codes)).toEqual({ 'PL-09': '0', 'PL-09-places': '0', 'PL-09-built': '0' });
  });
});

it('counts a village with two titles once, and titles that were taken back no more', async () => {
  const played = log();
  const provincial = built('publicity.DemoVillageAwarded', { level: 'provincial', docNo: '省〔2023〕1号' });
  played.on('two', listed('1'), built('publicity.DemoVillageAwarded'), provincial);
  played.on('revoked', listed('2'), built('publicity.DemoVillageAwarded'), built('publicity.DemoVillageRevoked'));
  const sheet = await played.sheet();
  expect(await sheet.values('2023', ['PL-08', 'PL-08-national', 'PL-08-provincial', 'PL-08-awarded'])).toEqual({
    'PL-08': '2',
    'PL-08-national': '2',
    'PL-08-provincial': '1',
    'PL-08-awarded': '3',
  });
  expect(await sheet.values('2024', ['PL-08', 'PL-08-national'])).toEqual({ 'PL-08': '1', 'PL-08-national': '1' });
});

describe('counsel duties', () => {
  const done = (doneOn: string, duty: 'on-call' | 'visit' | 'lecture' | 'article') =>
    built('publicity.CounselDutyDone', { doneOn, duty });
  const duties = ['on-call', 'visit', 'lecture', 'article'] as const;
  it('are four a month: 48 a year for a counsel', async () => {
    const played = log();
    played.on(
      'a',
      built('publicity.CounselAppointed'),
      ...duties.map((duty) => done('2023-03-15', duty)),
      done('2023-03-20', 'visit'),
    );
    const sheet = await played.sheet();
    expect(await sheet.values('2023', ['PL-07-owed', 'PL-07-fulfilled', 'PL-07-done', 'PL-07-counsels'])).toEqual({
      'PL-07-owed': '48',
      'PL-07-fulfilled': '4',
      'PL-07-done': '5',
      'PL-07-counsels': '1',
    });
    expect(await sheet.values('2023-03-01..2023-03-31', ['PL-07'])).toEqual({ 'PL-07': '100' });
    expect(sheet.duties.find(({ dueOn }) => dueOn === '2023-03-31')?.metOn).toBe('2023-03-15');
    expect(sheet.duties.filter(({ metOn }) => metOn === null)).toHaveLength(11);
  });
  it('are owed while the counsel is in post at the end of the month', async () => {
    const played = log();
    played.on('a', built('publicity.CounselAppointed'), done('2023-06-10', 'visit'), built('publicity.CounselEnded'));
    expect(
      await (await played.sheet()).values('2023', ['PL-07-owed', 'PL-07-fulfilled', 'PL-07-done', 'PL-07-counsels']),
    ).toEqual({
      'PL-07-owed': '20',
      'PL-07-fulfilled': '0',
      'PL-07-done': '1',
      'PL-07-counsels': '0',
    });
  });
});
