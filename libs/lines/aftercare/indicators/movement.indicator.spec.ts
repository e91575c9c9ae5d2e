import { builderOf } from '../../../../test/support/built.js';
import { PlayedLog } from '../../../../test/support/played-log.js';
import { examples, id } from '../domain/examples.js';
import type { AftercareEvent } from '../domain/events/index.js';
import { aftercare } from '../index.js';

const [HOME, OTHER, CENTRE] = ['430922001', '430922002', '430922'] as const;
const built = builderOf<AftercareEvent>(examples);
const person = (name: string) => ({ personRef: id('person', name), certificateNo: `释字${name}` });
const newLog = () => new PlayedLog(aftercare, CENTRE);
const released = (name: string, data = {}) => built('aftercare.PrisonerReleased', { ...person(name), ...data });
const linked = built('aftercare.AftercareLinked');
const imported = (name: string, data = {}) => built('aftercare.OpeningBalanceImported', { ...person(name), ...data });

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
