import { builderOf } from '../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../test/support/played-log.js';
import type { DeadlineCode } from './deadlines.js';
import { examples } from './domain/examples.js';
import type { AftercareEvent } from './domain/events/index.js';
import { aftercare } from './index.js';
import { settings } from './settings.js';

const HOME = '430922001';
const built = builderOf<AftercareEvent>(examples);
const noticed = built('aftercare.PreReleaseNotified');
const forwarded = built('aftercare.InfoForwarded');
const released = built('aftercare.PrisonerReleased');
const unset = built('aftercare.PrisonerReleased', { reportBy: undefined });
const keyReleased = built('aftercare.PrisonerReleased', { riskClass: 'key' });
const linked = built('aftercare.AftercareLinked');
const collected = built('aftercare.AftercareLinked', { linkedOn: '2023-03-10', mode: 'collected' });
const imported = built('aftercare.OpeningBalanceImported');
const contact = built('aftercare.SupportContactMade');
const sent = built('aftercare.StatisticsSubmitted');

type Duties = readonly (readonly [due: string, met: string | null])[];

const dutiesOf = async (code: string, events: readonly Played[], line = aftercare): Promise<Duties> => {
  const log = new PlayedLog(line, HOME);
  log.on('a', ...events);
  const { duties } = await log.sheet();
  return duties
    .filter(({ deadline }) => deadline === code)
    .map(({ dueOn, metOn }) => [dueOn, metOn] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
};

it.each<[DeadlineCode, string, readonly Played[], Duties]>([
  ['AC-D01', 'a month before the day expected', [noticed], [['2023-02-10', '2023-02-06']]],
  [
    'AC-D01',
    'a month before the day itself',
    [built('aftercare.PreReleaseNotified', { noticeOn: '2023-03-12' }), released],
    [['2023-02-10', '2023-03-12']],
  ],
  ['AC-D01', 'unmet while no notice came', [released], [['2023-02-10', null]]],
  ['AC-D01', 'nothing once linked without one', [released, linked], []],
  ['AC-D01', 'nothing of the correction service', [built('aftercare.HandedOverFromCorrection')], []],
  ['AC-D02', 'by the 14th', [noticed, forwarded], [['2023-02-14', '2023-02-10']]],
  [
    'AC-D02',
    'on the 14th of the month',
    [built('aftercare.PreReleaseNotified', { noticeOn: '2023-02-14' })],
    [['2023-02-14', null]],
  ],
  [
    'AC-D02',
    'after it, by the next',
    [built('aftercare.PreReleaseNotified', { noticeOn: '2023-01-31' })],
    [['2023-02-14', null]],
  ],
  ['AC-D03', 'the day the prison set', [released, linked], [['2023-03-20', '2023-03-14']]],
  ['AC-D03', 'the days of the setting', [unset], [['2023-03-17', null]]],
  ['AC-D03', 'after correction as well', [built('aftercare.HandedOverFromCorrection')], [['2023-03-17', null]]],
  [
    'AC-D03',
    'nothing of somebody who is not there',
    [unset, built('aftercare.InfoVerified', { verifiedOn: '2023-03-18', result: 'no-such-person' })],
    [],
  ],
  ['AC-D04', 'key persons on the day', [keyReleased, collected], [['2023-03-10', '2023-03-10']]],
  ['AC-D04', 'open until somebody comes', [keyReleased], [['2023-03-10', null]]],
  ['AC-D04', 'lapsed when they came by themselves', [keyReleased, linked], []],
  ['AC-D04', 'nothing for others', [released], []],
  ['AC-D05', 'three months after the link', [released, linked], [['2023-06-14', null]]],
  [
    'AC-D05',
    'from contact to contact',
    [released, linked, contact],
    [
      ['2023-06-14', '2023-04-11'],
      ['2023-07-11', null],
    ],
  ],
  [
    'AC-D05',
    'two contacts of one day are one',
    [released, linked, contact, contact],
    [
      ['2023-06-14', '2023-04-11'],
      ['2023-07-11', null],
    ],
  ],
  ['AC-D05', 'a month for key persons', [released, linked, built('aftercare.KeyStatusSet')], [['2023-04-17', null]]],
  [
    'AC-D05',
    'no later for becoming one',
    [released, linked, built('aftercare.KeyStatusSet', { setOn: '2023-06-10' })],
    [['2023-06-14', null]],
  ],
  [
    'AC-D05',
    'three months again when cleared',
    [
      released,
      linked,
      built('aftercare.KeyStatusSet'),
      built('aftercare.KeyStatusCleared', { clearedOn: '2023-04-01' }),
    ],
    [['2023-06-14', null]],
  ],
  ['AC-D05', 'nothing more at the end', [released, linked, built('aftercare.SupportEnded')], []],
  ['AC-D05', 'from the opening balance on', [imported], [['2023-03-31', null]]],
  ['AC-D06-half-year', 'by 2 July', [sent], [['2023-07-02', '2023-07-02']]],
  ['AC-D06-year', 'then by 2 February', [sent], [['2024-02-02', null]]],
  [
    'AC-D06-half-year',
    'and after the year the next half',
    [built('aftercare.StatisticsSubmitted', { submittedOn: '2024-02-01', coverage: 'year' })],
    [['2024-07-02', null]],
  ],
])('%s: %s', async (code, _what, events, duties) => expect(await dutiesOf(code, events)).toEqual(duties));

it('follows the province', async () => {
  const province = {
    ...aftercare,
    settings: {
      ...settings,
      reportDays: { default: 30, why: 'province' },
      preReleaseNoticeMonths: { default: 2, why: 'province' },
      forwardDay: { default: 31, why: 'province' },
      contactMonths: { default: [{ from: '2010-02-01', value: { key: 1, general: 6 } }], why: 'province' },
      statisticsDays: { default: { 'half-year': '07-10', year: '01-20' }, why: 'province' },
    },
  };
  expect(await dutiesOf('AC-D03', [unset], province)).toEqual([['2023-04-09', null]]);
  expect(await dutiesOf('AC-D01', [noticed], province)).toEqual([['2023-01-10', '2023-02-06']]);
  expect(await dutiesOf('AC-D02', [noticed], province)).toEqual([['2023-02-28', null]]);
  expect(await dutiesOf('AC-D05', [imported], province)).toEqual([['2023-06-30', null]]);
  expect(await dutiesOf('AC-D06-year', [sent], province)).toEqual([['2024-01-20', null]]);
});

it('moves the contact owed with the case', async () => {
  const log = new PlayedLog(aftercare, HOME);
  log.on('a', released, linked, built('aftercare.OfficeReassigned', { reassignedOn: '2023-05-01' }));
  const { duties } = await log.sheet();
  expect(duties.find(({ deadline }) => deadline === 'AC-D05')?.office).toBe('430922002');
});
