import { builderOf } from '../../../../test/support/built.js';
import { PlayedLog } from '../../../../test/support/played-log.js';
import { settle } from '#application/settings.js';
import { examples, id } from '../domain/examples.js';
import type { AftercareEvent } from '../domain/events/index.js';
import { aftercare } from '../index.js';
import { settings } from '../settings.js';

const [HOME, CENTRE] = ['430922001', '430922'] as const;
const built = builderOf<AftercareEvent>(examples);
const person = (name: string) => ({ personRef: id('person', name), certificateNo: `释字${name}` });
const newLog = () => new PlayedLog(aftercare, CENTRE);
const released = (name: string, data = {}) => built('aftercare.PrisonerReleased', { ...person(name), ...data });
const linked = built('aftercare.AftercareLinked');
const imported = (name: string, data = {}) => built('aftercare.OpeningBalanceImported', { ...person(name), ...data });
const handedOver = (name: string) =>
  built('aftercare.HandedOverFromCorrection', { ...person(name), sourceRecordId: id('correction', name) });

const flows = ['AC-01-linked', 'AC-01-moved-in', 'AC-01-imported', 'AC-01-ended', 'AC-01-moved-out', 'AC-02'] as const;

describe('persons in support (在帮)', () => {
  it('are none, and no rate has a value, when nothing happened', async () => {
    const sheet = await newLog().sheet([HOME]);
    const rates = ['AC-03', 'AC-04', 'AC-05', 'AC-06', 'AC-06-cohort', 'AC-07-collected', 'AC-08'] as const;
    expect(await sheet.values('2023', [...flows, 'AC-01', ...rates])).toEqual({
      ...Object.fromEntries([...flows, 'AC-01'].map((code) => [code, '0'])),
      ...Object.fromEntries(rates.map((code) => [code, null])),
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('are counted from the link, on 31 December in the old year and on 1 January in the new one', async () => {
    const log = newLog();
    log.on('a', released('a', { releasedOn: '2022-12-20' }), {
      ...linked,
      data: { ...linked.data, linkedOn: '2022-12-31' },
    });
    log.on('b', released('b', { releasedOn: '2022-12-31' }), {
      ...linked,
      data: { ...linked.data, linkedOn: '2023-01-01' },
    });
    const sheet = await log.sheet();
    const codes = ['AC-01', 'AC-01-linked', 'AC-02', 'AC-01-unlinked'] as const;
    expect(await sheet.values('2022', codes)).toEqual({
      'AC-01': '1',
      'AC-01-linked': '1',
      'AC-02': '2',
      'AC-01-unlinked': '1',
    });
    expect(await sheet.values('2023', codes)).toEqual({
      'AC-01': '2',
      'AC-01-linked': '1',
      'AC-02': '0',
      'AC-01-unlinked': '0',
    });
  });

  it('keep the ways in and out apart, and close', async () => {
    const log = newLog();
    log.on('old', imported('old'), built('aftercare.SupportEnded'));
    log.on('older', imported('older', { sourceKind: 'detention-house' }));
    log.on('new', released('new'), linked, built('aftercare.MovedOut'));
    log.on('in', built('aftercare.MovedIn', person('in')));
    log.on('waiting', released('waiting'));
    const sheet = await log.sheet();
    expect(
      await sheet.values('2023', [
        ...flows,
        'AC-01',
        'AC-01-prison',
        'AC-01-detention-house',
        'AC-01-ended-death',
        'AC-01-unlinked',
      ]),
    ).toEqual({
      'AC-01-linked': '1',
      'AC-01-moved-in': '1',
      'AC-01-imported': '0',
      'AC-01-ended': '1',
      'AC-01-moved-out': '1',
      'AC-02': '2',
      'AC-01': '2',
      'AC-01-prison': '1',
      'AC-01-detention-house': '1',
      'AC-01-ended-death': '1',
      'AC-01-unlinked': '1',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('take an opening balance into the stock from its day and into no flow but the adjustment', async () => {
    const log = newLog();
    log.on('a', imported('a', { asOfDate: '2023-03-31' }));
    log.on('b', imported('b', { asOfDate: '2023-03-31', state: 'released', linkedOn: undefined }));
    const sheet = await log.sheet();
    expect(
      await sheet.values('2023Q1', ['AC-01', 'AC-01-linked', 'AC-01-imported', 'AC-02', 'AC-01-unlinked']),
    ).toEqual({
      'AC-01': '1',
      'AC-01-linked': '0',
      'AC-01-imported': '1',
      'AC-02': '0',
      'AC-01-unlinked': '1',
    });
    expect(await sheet.values('2023-02', ['AC-01', 'AC-01-unlinked'])).toEqual({ 'AC-01': '0', 'AC-01-unlinked': '0' });
    expect(await sheet.findings('2023')).toEqual([]);
  });
});

describe('those released from correction (社区矫正解除)', () => {
  const handed = async (line = aftercare) => {
    const log = new PlayedLog(line, CENTRE);
    log.on('a', handedOver('a'), linked, built('aftercare.Reoffended'));
    log.on('b', handedOver('b'));
    log.on('c', released('c'), linked);
    return log.sheet();
  };
  const codes = [
    'AC-01',
    'AC-01-correction-released',
    'AC-01-linked',
    'AC-01-unlinked',
    'AC-02',
    'AC-03-due',
    'AC-06-persons',
  ] as const;

  it('are supported like the others, and are no prisoners', async () => {
    const sheet = await handed();
    expect(await sheet.values('2023', [...codes, 'AC-02-correction-released'])).toEqual({
      'AC-01': '2',
      'AC-01-correction-released': '1',
      'AC-01-linked': '2',
      'AC-01-unlinked': '1',
      'AC-02': '1',
      'AC-02-correction-released': '2',
      'AC-03-due': '1',
      'AC-06-persons': '1',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('are listed but counted nowhere where the province counts prisoners only', async () => {
    const prisonersOnly = { ...settings, correctionReleasedCounted: { default: false, why: 'province' } };
    const sheet = await handed({ ...aftercare, settings: prisonersOnly });
    expect(settle(prisonersOnly).correctionReleasedCounted).toBe(false);
    expect(await sheet.values('2023', [...codes, 'AC-02-correction-released'])).toEqual({
      'AC-01': '1',
      'AC-01-correction-released': '0',
      'AC-01-linked': '1',
      'AC-01-unlinked': '0',
      'AC-02': '1',
      'AC-02-correction-released': '2',
      'AC-03-due': '1',
      'AC-06-persons': '0',
    });
    expect(sheet.registers.filter(({ register }) => register === 'aftercare.persons')).toHaveLength(3);
    expect(await sheet.findings('2023')).toEqual([]);
  });
});

describe('key persons, the missing, the dual-listed', () => {
  it('count from the day they are set to the day before they are cleared, while in support', async () => {
    const log = newLog();
    log.on(
      'a',
      released('a'),
      built('aftercare.KeyStatusSet', { setOn: '2023-03-12' }),
      linked,
      built('aftercare.KeyStatusCleared', { clearedOn: '2023-12-31' }),
    );
    log.on('b', imported('b', { keyClass: 'gang' }), built('aftercare.KeyStatusSet', { keyClass: 'violence' }));
    log.on('c', imported('c', { keyClass: 'gang' }), built('aftercare.SupportEnded'));
    const sheet = await log.sheet();
    const codes = ['AC-07', 'AC-07-drugs', 'AC-07-gang', 'AC-07-violence'] as const;
    const of = async (period: string) => Object.values(await sheet.values(period, codes));
    expect(await of('2022')).toEqual(['2', '0', '2', '0']);
    expect(await of('2023-01-01..2023-03-13')).toEqual(['2', '0', '2', '0']);
    expect(await of('2023-01-01..2023-03-14')).toEqual(['3', '1', '2', '0']);
    expect(await of('2023-01-01..2023-12-30')).toEqual(['2', '1', '0', '1']);
    expect(await of('2023')).toEqual(['1', '0', '0', '1']);
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('are missing until found, and dual-listed until it is lifted', async () => {
    const log = newLog();
    log.on('a', imported('a'), built('aftercare.WentMissing'), built('aftercare.Found'));
    log.on(
      'b',
      imported('b'),
      built('aftercare.WentMissing'),
      built('aftercare.DualListingSet'),
      built('aftercare.DualListingLifted'),
    );
    const sheet = await log.sheet();
    const codes = ['AC-01-missing', 'AC-01-dual-listed'] as const;
    expect(Object.values(await sheet.values('2023-07', codes))).toEqual(['2', '1']);
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['1', '0']);
  });
});
