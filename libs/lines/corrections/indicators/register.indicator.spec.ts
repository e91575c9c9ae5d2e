import { CENTRE, HOME, OTHER, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  correctionTerminated,
  cumulativeBaselineSet,
  id,
  managementLevelSet,
  officeReassigned,
  openingBalanceImported,
  subjectReceived,
  subjectReleased,
  subjectTransferredIn,
  subjectTransferredOut,
} from '../domain/builders.js';

const person = (name: string) => ({ personRef: id('person', name), judgmentDocNo: `判${name}` });
const flows = ['CC-02', 'CC-03', 'CC-04', 'CC-05', 'CC-06', 'CC-04w', 'CC-12'] as const;
const register = ['CC-07', 'CC-08'] as const;

describe('the register', () => {
  it('is empty, and its rates have no value, when nothing happened', async () => {
    const sheet = await correctionsLog().sheet([HOME]);
    const values = await sheet.values('2023', [...flows, ...register, 'CC-18', 'CC-31', 'CC-09-received']);
    expect(values).toEqual({
      ...Object.fromEntries([...flows, ...register, 'CC-09-received'].map((code) => [code, '0'])),
      'CC-18': null,
      'CC-31': null,
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('counts who came on 31 December in the old year and who came on 1 January in the new one', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived({ ...person('a'), receivedOn: '2022-12-31' }));
    log.on('b', subjectReceived({ ...person('b'), receivedOn: '2023-01-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2022', ['CC-02', 'CC-07'])).toEqual({ 'CC-02': '1', 'CC-07': '1' });
    expect(await sheet.values('2023', ['CC-02', 'CC-07', 'CC-08'])).toEqual({
      'CC-02': '1',
      'CC-07': '2',
      'CC-08': '2',
    });
  });

  it('holds a subject to the day before release', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), subjectReleased({ releasedOn: '2023-12-31' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023-01-01..2023-12-30', ['CC-07', 'CC-04'])).toEqual({ 'CC-07': '1', 'CC-04': '0' });
    expect(await sheet.values('2023', ['CC-07', 'CC-04', 'CC-04-expired'])).toEqual({
      'CC-07': '0',
      'CC-04': '1',
      'CC-04-expired': '1',
    });
    expect(await sheet.values('2024', ['CC-07', 'CC-04', 'CC-08'])).toEqual({
      'CC-07': '0',
      'CC-04': '0',
      'CC-08': '0',
    });
  });

  it('keeps the ways in and out apart, and closes', async () => {
    const log = correctionsLog();
    log.on('old', openingBalanceImported({ ...person('old') }), subjectReleased({ releasedOn: '2023-05-01' }));
    log.on('older', openingBalanceImported({ ...person('older') }));
    log.on('new', subjectReceived({ ...person('new') }), subjectTransferredOut({ transferredOutOn: '2023-07-20' }));
    log.on('in', subjectTransferredIn({ ...person('in'), category: 'parole' }));
    log.on('gone', subjectReceived({ ...person('gone') }), correctionTerminated({ kind: 'death', docNo: undefined }));
    const sheet = await log.sheet();
    const codes = [...flows, ...register, 'CC-05-death', 'CC-07-probation', 'CC-07-parole', 'CC-07-imported'] as const;
    expect(await sheet.values('2023', codes)).toEqual({
      'CC-02': '2',
      'CC-03': '1',
      'CC-04': '1',
      'CC-05': '1',
      'CC-06': '1',
      'CC-04w': '3',
      'CC-12': '2',
      'CC-07': '2',
      'CC-08': '5',
      'CC-05-death': '1',
      'CC-07-probation': '1',
      'CC-07-parole': '1',
      'CC-07-imported': '0',
    });
    expect(await sheet.findings('2023')).toEqual([
      // Nothing was counted before the records begin, so the cumulative figures cannot give the register.
      expect.objectContaining({
        rule: 'corrections.cumulative-is-register',
        numbers: expect.objectContaining({ difference: '-2' }),
      }),
    ]);
  });

  it('takes an opening balance into the stock from its day and into no flow', async () => {
    const log = correctionsLog();
    log.on('a', openingBalanceImported({ asOfDate: '2023-03-31' }));
    log.on(
      'b',
      openingBalanceImported({ ...person('b'), asOfDate: '2023-03-31', state: 'notified', receivedOn: undefined }),
    );
    const sheet = await log.sheet();
    expect(await sheet.values('2023Q1', ['CC-02', 'CC-07', 'CC-08', 'CC-07-imported'])).toEqual({
      'CC-02': '0',
      'CC-07': '1',
      'CC-08': '1',
      'CC-07-imported': '1',
    });
    expect(await sheet.values('2023-02', ['CC-07'])).toEqual({ 'CC-07': '0' });
    expect((await sheet.findings('2023')).map(({ rule }) => rule)).toEqual(['corrections.cumulative-is-register']);
  });

  it('adds the baseline to what came and left after its own day', async () => {
    const log = correctionsLog();
    log.on(
      'base',
      cumulativeBaselineSet({ value: 3169 }),
      cumulativeBaselineSet({ indicator: 'CC-09-left', value: 3168 }),
    );
    log.on('old', openingBalanceImported(), subjectReleased({ releasedOn: '2023-05-01' }));
    log.on('new', subjectReceived({ ...person('new') }));
    log.on(
      'early',
      subjectReceived({ ...person('early'), receivedOn: '2022-06-01' }),
      subjectReleased({ releasedOn: '2022-12-31' }),
    );
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-09-received', 'CC-09-left', 'CC-09', 'CC-07'])).toEqual({
      'CC-09-received': '3170',
      'CC-09-left': '3169',
      'CC-09': '1',
      'CC-07': '1',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });
});

describe('a transfer between offices in mid-year', () => {
  const moved = () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), officeReassigned(), subjectReleased({ releasedOn: '2023-11-01' }));
    log.on('b', subjectReceived({ ...person('b') }), officeReassigned({ officeCode: OTHER }));
    return log;
  };
  const codes = ['CC-02', 'CC-04', 'CC-07', 'CC-07-moved-in', 'CC-07-moved-out'] as const;

  it('leaves each flow where it happened and takes the stock along', async () => {
    expect(await (await moved().sheet([HOME])).values('2023', codes)).toEqual({
      'CC-02': '2',
      'CC-04': '0',
      'CC-07': '0',
      'CC-07-moved-in': '0',
      'CC-07-moved-out': '2',
    });
    expect(await (await moved().sheet([OTHER])).values('2023', codes)).toEqual({
      'CC-02': '0',
      'CC-04': '1',
      'CC-07': '1',
      'CC-07-moved-in': '2',
      'CC-07-moved-out': '0',
    });
    expect(await (await moved().sheet([HOME])).values('2023-04', ['CC-07'])).toEqual({ 'CC-07': '2' });
  });

  it.each([[[HOME]], [[OTHER]], [[HOME, OTHER, CENTRE]]])('closes the register of %p', async (offices) => {
    const findings = await (await moved().sheet(offices)).findings('2023');
    expect(findings.map(({ rule }) => rule)).not.toContain('corrections.register-closes');
  });

  it('counts no move when the case is moved on its first day, or back the same day', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), officeReassigned({ reassignedOn: '2023-01-10' }));
    log.on(
      'b',
      subjectReceived({ ...person('b') }),
      officeReassigned({ officeCode: OTHER }),
      officeReassigned({ officeCode: HOME }),
    );
    const sheet = await log.sheet([HOME, OTHER]);
    expect(await sheet.values('2023', ['CC-07-moved-in', 'CC-07-moved-out'])).toEqual({
      'CC-07-moved-in': '0',
      'CC-07-moved-out': '0',
    });
    for (const office of [HOME, OTHER])
      expect((await (await log.sheet([office])).findings('2023')).map(({ rule }) => rule)).not.toContain(
        'corrections.register-closes',
      );
  });
});

describe('a wrong record', () => {
  const corrected = (eventId: string, field: string, after: unknown) => ({
    type: 'corrections.RecordCorrected',
    data: {
      requestId: id('request'),
      correctsEventId: eventId,
      changes: [{ field, after: JSON.stringify(after) }],
      reason: 'entry-error',
      requestedBy: 'clerk',
      approvedOn: '2024-02-01',
    },
  });

  it('put right moves the figure to the year and category it belongs to, down to 0 in the old one', async () => {
    const log = correctionsLog();
    const [received = ''] = log.on('a', subjectReceived());
    log.on('a', corrected(received, 'receivedOn', '2022-12-30'), corrected(received, 'category', 'parole'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-02', 'CC-07-probation', 'CC-07-parole'])).toEqual({
      'CC-02': '0',
      'CC-07-probation': '0',
      'CC-07-parole': '1',
    });
    expect(await sheet.values('2022', ['CC-02', 'CC-07'])).toEqual({ 'CC-02': '1', 'CC-07': '1' });
  });

  it('voided leaves every count', async () => {
    const log = correctionsLog();
    const [received = ''] = log.on('a', subjectReceived());
    log.on('a', {
      type: 'corrections.RecordVoided',
      data: {
        requestId: id('request'),
        eventIds: [received],
        reason: 'wrong-subject',
        requestedBy: 'clerk',
        approvedOn: '2024-02-01',
      },
    });
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-02', 'CC-07', 'CC-08'])).toEqual({
      'CC-02': '0',
      'CC-07': '0',
      'CC-08': '0',
    });
    expect(sheet.facts).toEqual([]);
  });
});

describe('the level of management', () => {
  it('splits the stock by what holds on the day', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      managementLevelSet({ level: 'strict' }),
      managementLevelSet({ setOn: '2023-07-01' }),
    );
    const { postings } = await log.sheet();
    const stock = postings.filter(({ measure }) => measure === 'corrections.in-register');
    const on = (day: string, level: string) =>
      stock
        .filter((posting) => posting.on <= day && posting.splits.includes(`"level":"${level}"`))
        .reduce((sum, { amount }) => sum + Number(amount), 0);
    expect([on('2023-06-30', 'strict'), on('2023-07-01', 'strict'), on('2023-07-01', 'general')]).toEqual([1, 0, 1]);
  });
});
