import { HOME, OTHER, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  borderControlImposed,
  contactLost,
  exitControlReported,
  id,
  officeReassigned,
  publicSecurityPunishmentImposed,
  punishmentImposed,
  reoffenceRecorded,
  revocationProposed,
  revocationRuled,
  subjectReceived,
  subjectReleased,
  travelDocumentReturned,
  travelDocumentSeized,
  violationDetected,
} from '../domain/builders.js';

const person = (name: string) => ({ personRef: id('person', name), judgmentDocNo: `判${name}` });
const acts = ['CC-13', 'CC-13-admonition', 'CC-13-warning', 'CC-13-public-security', 'CC-13p'] as const;
const counted = (...numbers: readonly number[]) =>
  Object.fromEntries(acts.map((code, at) => [code, String(numbers[at])]));

describe('punishments', () => {
  it('are 0 and their rate nothing without a register, 0 with one', async () => {
    expect(await (await correctionsLog().sheet([HOME])).values('2023', [...acts, 'CC-16', 'CC-27'])).toEqual({
      ...counted(0, 0, 0, 0, 0),
      'CC-16': null,
      'CC-27': '0',
    });
    const log = correctionsLog();
    log.on('a', subjectReceived());
    expect(await (await log.sheet()).values('2023', ['CC-16', 'CC-15', 'CC-19'])).toEqual({
      'CC-16': '0',
      'CC-15': '0',
      'CC-19': '100',
    });
  });

  it('count acts and persons apart, in the year of the decision', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      violationDetected(),
      punishmentImposed(),
      punishmentImposed({ kind: 'warning', docNo: '2', decidedOn: '2023-12-31' }),
    );
    log.on('a', punishmentImposed({ docNo: '3', decidedOn: '2024-01-01' }));
    log.on('b', subjectReceived({ ...person('b') }), publicSecurityPunishmentImposed());
    log.on('c', subjectReceived({ ...person('c') }));
    log.on('d', subjectReceived({ ...person('d') }), subjectReleased({ releasedOn: '2023-06-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', [...acts, 'CC-16', 'CC-27'])).toEqual({
      ...counted(3, 1, 1, 1, 2),
      'CC-16': '50',
      'CC-27': '1',
    });
    expect(await sheet.values('2024', [...acts, 'CC-16'])).toEqual({
      ...counted(1, 1, 0, 0, 1),
      'CC-16': expect.stringMatching(/^33\.3/),
    });
    expect((await sheet.findings('2023')).map(({ rule }) => rule)).not.toContain('corrections.punishments-by-kind');
  });

  it('belong to the office in charge on the day, whoever wrote them', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      punishmentImposed(),
      officeReassigned(),
      punishmentImposed({ docNo: '2', decidedOn: '2023-06-01' }),
    );
    expect(await (await log.sheet([HOME])).values('2023', ['CC-13'])).toEqual({ 'CC-13': '1' });
    expect(await (await log.sheet([OTHER])).values('2023', ['CC-13'])).toEqual({ 'CC-13': '1' });
  });
});

describe('re-offending', () => {
  it('divides persons by the managed or by the register, dated by conviction or by measure', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), reoffenceRecorded({ measureOn: '2022-12-30', convictionEffectiveOn: '2023-12-31' }));
    log.on('b', subjectReceived({ ...person('b') }), subjectReleased({ releasedOn: '2023-10-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-15', 'CC-15-register', 'CC-15-measure', 'CC-15-persons'])).toEqual({
      'CC-15': '50',
      'CC-15-register': '100',
      'CC-15-measure': '0',
      'CC-15-persons': '1',
    });
    expect(await sheet.values('2024', ['CC-15'])).toEqual({ 'CC-15': '0' });
    expect(await sheet.values('2022', ['CC-15', 'CC-15-register'])).toEqual({ 'CC-15': null, 'CC-15-register': null });
  });

  it('counts after release in the office that was in charge', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), subjectReleased({ releasedOn: '2023-10-01' }), reoffenceRecorded());
    expect(await (await log.sheet([HOME])).values('2023', ['CC-15-persons'])).toEqual({ 'CC-15-persons': '1' });
  });
});

describe('losing supervision', () => {
  it('counts a person once, however often the contact was lost', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), contactLost({ lostOn: '2023-05-01' }), contactLost());
    log.on('b', subjectReceived({ ...person('b') }));
    expect(await (await log.sheet()).values('2023', ['CC-17-lost', 'CC-19'])).toEqual({
      'CC-17-lost': '50',
      'CC-19': '50',
    });
  });
});

describe('revocations', () => {
  it('are counted when proposed, not when ruled', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      revocationProposed({ proposedOn: '2023-12-31' }),
      revocationRuled({ ruledOn: '2024-01-20' }),
    );
    log.on('b', subjectReceived({ ...person('b') }), revocationRuled({ courtInitiated: true }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-14', 'CC-14-probation-revoked', 'CC-14-parole-revoked'])).toEqual({
      'CC-14': '1',
      'CC-14-probation-revoked': '1',
      'CC-14-parole-revoked': '0',
    });
    expect(await sheet.values('2024', ['CC-14'])).toEqual({ 'CC-14': '0' });
  });
});

describe('exit control', () => {
  const codes = ['CC-24-exit', 'CC-24-border', 'CC-24-documents', 'CC-24-papers'] as const;

  it('counts persons, and papers apart from their holders', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), exitControlReported(), exitControlReported({ reportedOn: '2023-05-01' }));
    log.on(
      'a',
      travelDocumentSeized(),
      travelDocumentSeized({ docKind: 'hk-macao-permit', count: 2 }),
      borderControlImposed(),
    );
    log.on('b', subjectReceived({ ...person('b') }), travelDocumentSeized({ seizedOn: '2024-01-01' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', codes)).toEqual({
      'CC-24-exit': '1',
      'CC-24-border': '1',
      'CC-24-documents': '1',
      'CC-24-papers': '3',
    });
    expect(await sheet.values('2024', ['CC-24-documents'])).toEqual({ 'CC-24-documents': '1' });
  });

  it('gives papers back oldest first, and knows when all of a lot are back', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived(),
      travelDocumentSeized({ count: 2 }),
      travelDocumentSeized({ seizedOn: '2023-02-01', count: 2 }),
    );
    log.on('a', travelDocumentReturned({ returnedOn: '2023-11-01', count: 3 }));
    const lots = (await log.sheet()).facts.filter(({ kind }) => kind === 'corrections.travel-document');
    expect(lots.map(({ fields }) => [fields['returnedCount'], fields['returnedOn']])).toEqual([
      [2, '2023-11-01'],
      [1, undefined],
    ]);
  });
});

it('money per head waits for the funds', async () => {
  const log = correctionsLog();
  log.on('a', subjectReceived());
  expect(await (await log.sheet()).values('2023', ['CC-32'])).toEqual({ 'CC-32': null });
});
