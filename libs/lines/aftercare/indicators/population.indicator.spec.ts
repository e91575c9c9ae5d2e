import { builderOf } from '../../../../test/support/built.js';
import { PlayedLog } from '../../../../test/support/played-log.js';
import { settle } from '#application/settings.js';
import { examples, id } from '../domain/examples.js';
import type { AftercareEvent } from '../domain/events/index.js';
import { aftercare } from '../index.js';
import { settings } from '../settings.js';

const [HOME, OTHER, CENTRE] = ['430922001', '430922002', '430922'] as const;
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

describe('a move between offices in mid-year', () => {
  const moved = () => {
    const log = newLog();
    log.on('a', released('a'), linked, built('aftercare.OfficeReassigned'), built('aftercare.SupportEnded'));
    log.on('b', released('b'), linked, built('aftercare.SupportGroupFormed'), built('aftercare.OfficeReassigned'));
    return log;
  };
  const codes = [
    'AC-02',
    'AC-01-linked',
    'AC-01',
    'AC-01-ended',
    'AC-01-reassigned-in',
    'AC-01-reassigned-out',
    'AC-08-grouped',
  ] as const;

  it('leaves each flow where it happened and takes the stock along', async () => {
    expect(await (await moved().sheet([HOME])).values('2023', codes)).toEqual({
      'AC-02': '2',
      'AC-01-linked': '2',
      'AC-01': '0',
      'AC-01-ended': '0',
      'AC-01-reassigned-in': '0',
      'AC-01-reassigned-out': '2',
      'AC-08-grouped': '0',
    });
    expect(await (await moved().sheet([OTHER])).values('2023', codes)).toEqual({
      'AC-02': '0',
      'AC-01-linked': '0',
      'AC-01': '1',
      'AC-01-ended': '1',
      'AC-01-reassigned-in': '2',
      'AC-01-reassigned-out': '0',
      'AC-08-grouped': '1',
    });
    expect(await (await moved().sheet([HOME])).values('2023-05', ['AC-01'])).toEqual({ 'AC-01': '2' });
  });

  it.each([[[HOME]], [[OTHER]], [[HOME, OTHER, CENTRE]]])('closes for %p', async (offices) =>
    expect(await (await moved().sheet(offices)).findings('2023')).toEqual([]),
  );

  it('counts no move when the case comes back the same day', async () => {
    const log = newLog();
    log.on(
      'a',
      imported('a'),
      built('aftercare.OfficeReassigned'),
      built('aftercare.OfficeReassigned', { officeCode: HOME }),
    );
    const sheet = await log.sheet([HOME, OTHER]);
    expect(await sheet.values('2023', ['AC-01-reassigned-in', 'AC-01-reassigned-out'])).toEqual({
      'AC-01-reassigned-in': '0',
      'AC-01-reassigned-out': '0',
    });
  });

  it('counts who is due and who is linked in the office that links, whoever was handed the information', async () => {
    const log = newLog();
    log.on(
      'a',
      built('aftercare.PreReleaseNotified', { personRef: id('person', 'a') }),
      built('aftercare.InfoForwarded', { officeCode: OTHER }),
      released('a'),
      linked,
    );
    expect(await (await log.sheet([HOME])).values('2023', ['AC-02', 'AC-03'])).toEqual({
      'AC-02': '1',
      'AC-03': '100',
    });
    expect(await (await log.sheet([OTHER])).values('2023', ['AC-02', 'AC-03'])).toEqual({
      'AC-02': '0',
      'AC-03': null,
    });
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

describe('a wrong record', () => {
  it('put right moves the figure to the year it belongs to, down to 0 in the old one', async () => {
    const log = newLog();
    const [, link = ''] = log.on('a', released('a', { releasedOn: '2022-12-20' }), linked);
    log.on('a', {
      type: 'aftercare.RecordCorrected',
      data: {
        requestId: id('request'),
        correctsEventId: link,
        changes: [{ field: 'linkedOn', after: JSON.stringify('2022-12-28') }],
        reason: 'entry-error',
        requestedBy: 'clerk',
        approvedOn: '2024-02-01',
      },
    });
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['AC-01-linked', 'AC-01'])).toEqual({ 'AC-01-linked': '0', 'AC-01': '1' });
    expect(await sheet.values('2022', ['AC-01-linked', 'AC-01'])).toEqual({ 'AC-01-linked': '1', 'AC-01': '1' });
  });

  it('entered late counts as if it had been there in time', async () => {
    const log = newLog();
    log.on('a', imported('a'), built('aftercare.SupportContactMade', { contactOn: '2023-06-01' }));
    log.on('a', built('aftercare.SupportGroupFormed', { formedOn: '2023-02-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['AC-04', 'AC-08'])).toEqual({ 'AC-04': '100', 'AC-08': '100' });
    expect(await sheet.values('2023-01', ['AC-04', 'AC-08'])).toEqual({ 'AC-04': '0', 'AC-08': '0' });
  });
});
