import { builderOf } from '../../../test/support/built.js';
import { BUREAU, PlayedLog } from '../../../test/support/played-log.js';
import type { FundsEvent } from './domain/events/index.js';
import { examples, id } from './domain/examples.js';
import { funds } from './index.js';

const built = builderOf<FundsEvent>(examples);
const log = () => new PlayedLog(funds, BUREAU);

describe('publication within twenty days (预决算公开)', () => {
  const approved = (approvedOn: string) => built('funds.AccountsApproved', { approvedOn });
  const disclosed = (publishedOn: string) => built('funds.AccountsDisclosed', { publishedOn });
  const codes = ['BF-16', 'BF-16-due', 'BF-16-on-time'] as const;
  it.each([
    ['2023-02-26', '100'],
    ['2023-02-27', '0'],
  ])('published on %s: %s %', async (publishedOn, share) => {
    const played = log();
    played.on('a', approved('2023-02-06'), disclosed(publishedOn));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', codes)).toMatchObject({ 'BF-16': share, 'BF-16-due': '1' });
    expect(sheet.duties.map(({ deadline, dueOn, metOn }) => [deadline, dueOn, metOn])).toEqual([
      ['BF-D02', '2023-02-26', publishedOn],
    ]);
  });
  it('counts what was never published, in the year it fell due', async () => {
    const played = log();
    played.on('a', approved('2023-12-20'));
    const sheet = await played.sheet();
    expect(await sheet.values('2023', codes)).toEqual({ 'BF-16': null, 'BF-16-due': '0', 'BF-16-on-time': '0' });
    expect(await sheet.values('2024', codes)).toEqual({ 'BF-16': '0', 'BF-16-due': '1', 'BF-16-on-time': '0' });
  });
});

describe('posts and people (人员构成)', () => {
  const codes = [
    'BF-11',
    'BF-14-posts',
    'BF-14-staff',
    'BF-14-staff-administrative',
    'BF-14-retired',
    'BF-14-duty',
    'BF-14-duty-corrections',
    'BF-14-seconded',
  ] as const;
  const imported = (name: string, standing: 'in-post' | 'retired' = 'in-post') =>
    built('funds.OpeningBalanceImported', { staffRef: id(name), standing });

  it('stand at the end of the period, posts as last fixed', async () => {
    const played = log();
    played.on(
      'posts',
      built('funds.EstablishmentSet', { posts: 5 }),
      built('funds.EstablishmentSet', { setOn: '2023-12-31', posts: 4 }),
    );
    played.on(
      'a',
      imported('a'),
      built('funds.DutyAssigned'),
      built('funds.StaffRetired', { retiredOn: '2023-12-31' }),
    );
    played.on(
      'b',
      built('funds.StaffJoined', { staffRef: id('b'), kind: 'political-legal' }),
      built('funds.DutyAssigned'),
    );
    played.on(
      'c',
      imported('c', 'retired'),
      built('funds.StaffLeft', { leftOn: '2024-01-01', leavingReason: 'deceased' }),
    );
    played.on(
      'd',
      built('funds.StaffSecondedIn'),
      built('funds.DutyAssigned', { assignedOn: '2023-03-01', duty: 'smart-centre-police' }),
    );
    const sheet = await played.sheet();
    expect(await sheet.values('2022', codes)).toMatchObject({
      'BF-11': '20',
      'BF-14-posts': '5',
      'BF-14-staff': '1',
      'BF-14-retired': '1',
    });
    expect(await sheet.values('2023-01-01..2023-12-30', codes)).toMatchObject({
      'BF-14-staff': '2',
      'BF-14-duty-corrections': '2',
    });
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-11': '25',
      'BF-14-posts': '4',
      'BF-14-staff': '1',
      'BF-14-staff-administrative': '1',
      'BF-14-retired': '2',
      'BF-14-duty': '2',
      'BF-14-duty-corrections': '1',
      'BF-14-seconded': '1',
    });
    expect(await sheet.values('2024', codes)).toMatchObject({ 'BF-14-retired': '1' });
    for (const period of ['2022', '2023', '2024']) expect(await sheet.findings(period)).toEqual([]);
  });
  it('count a duty once, from the earliest day it was assigned, whenever that was entered', async () => {
    const played = log();
    const assignedOn = (day: string) => built('funds.DutyAssigned', { assignedOn: day });
    played.on('a', imported('a'), assignedOn('2023-05-02'));
    played.on('a', assignedOn('2023-03-02'));
    const duties = async () => {
      const { facts } = await played.sheet();
      return facts.flatMap(({ kind, fields }) =>
        kind === 'funds.duty' ? [[fields['assignedOn'], fields['endedOn']]] : [],
      );
    };
    expect(await (await played.sheet()).values('2023', ['BF-14-duty-corrections'])).toEqual({
      'BF-14-duty-corrections': '1',
    });
    expect(await duties()).toEqual([['2023-03-02', undefined]]);
    played.on('a', built('funds.DutyEnded', { endedOn: '2023-09-01' }), assignedOn('2023-10-01'));
    expect(await duties()).toEqual([
      ['2023-03-02', '2023-09-01'],
      ['2023-10-01', undefined],
    ]);
  });
  it('warn of a worker without a post', async () => {
    const played = log();
    played.on('a', built('funds.StaffJoined', { kind: 'worker' }));
    const findings = await (await played.sheet()).findings('2023');
    expect(findings.map(({ rule }) => rule)).toEqual(['funds.staff-within-posts', 'funds.workers-within-posts']);
  });
});

describe('numbers of the premises (设施数据)', () => {
  it('hold until the next one', async () => {
    const played = log();
    played.on(
      'area',
      built('funds.FacilityMeasured'),
      built('funds.FacilityMeasured', { measuredOn: '2024-01-01', quantity: '2000' }),
    );
    const sheet = await played.sheet();
    const codes = ['BF-15-heated-area', 'BF-15-heating-months'] as const;
    expect(await sheet.values('2023', codes)).toEqual({ 'BF-15-heated-area': '1860.5', 'BF-15-heating-months': '0' });
    expect(await sheet.values('2024', codes)).toMatchObject({ 'BF-15-heated-area': '2000' });
  });
});
