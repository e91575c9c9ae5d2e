import { HOME, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  correctionGroupFormed,
  correctionPlanAdopted,
  id,
  legalDocumentsReceived,
  nonReportRecorded,
  openingBalanceImported,
  subjectReceived,
  subjectReported,
} from '../domain/builders.js';

const person = (name: string) => ({ personRef: id('person', name), judgmentDocNo: `判${name}` });

describe('coming in', () => {
  it('divides those received by those whose papers have come, of those due in the period', async () => {
    const log = correctionsLog();
    log.on('a', legalDocumentsReceived(), subjectReported(), subjectReceived());
    log.on('b', legalDocumentsReceived({ ...person('b') }));
    log.on('c', nonReportRecorded({ ...person('c') }));
    log.on('d', legalDocumentsReceived({ ...person('d'), effectiveOn: '2023-12-28', docsReceivedOn: '2023-12-29' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-31'])).toEqual({ 'CC-31': '50' });
    expect(await sheet.values('2023-01-01..2023-01-31', ['CC-17-not-reported'])).toEqual({
      'CC-17-not-reported': expect.stringMatching(/^33\.3/),
    });
    expect(await sheet.values('2024', ['CC-31'])).toEqual({ 'CC-31': '0' });
  });

  it('counts papers that come after intake from the day they come', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived({ docsComplete: false }), legalDocumentsReceived({ docsReceivedOn: '2023-02-15' }));
    log.on('b', legalDocumentsReceived({ ...person('b') }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023-01', ['CC-31'])).toEqual({ 'CC-31': '0' });
    expect(await sheet.values('2023', ['CC-31'])).toEqual({ 'CC-31': '50' });
  });

  it('counts a subject who never reported in the office that receives in the end', async () => {
    const log = correctionsLog();
    log.on('a', nonReportRecorded(), subjectReceived({ receivedOn: '2023-02-01' }));
    const values = await (await log.sheet([HOME])).values('2023', ['CC-17-not-reported', 'CC-19', 'CC-17-lost']);
    expect(values).toEqual({ 'CC-17-not-reported': '100', 'CC-19': '0', 'CC-17-lost': '0' });
  });
});

describe('group and plan', () => {
  it('are asked of those in the register for longer than the term', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(), correctionGroupFormed(), correctionPlanAdopted());
    log.on('b', subjectReceived({ ...person('b') }), correctionGroupFormed());
    log.on('c', openingBalanceImported({ ...person('c'), groupFormedOn: '2022-05-12', planAdoptedOn: '2022-05-16' }));
    log.on('fresh', subjectReceived({ ...person('fresh'), receivedOn: '2023-12-02' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-18'])).toEqual({ 'CC-18': expect.stringMatching(/^66\.6/) });
    expect(await sheet.values('2023-01', ['CC-18'])).toEqual({ 'CC-18': '100' });
    expect(await sheet.values('2022', ['CC-18'])).toEqual({ 'CC-18': '100' });
  });
});
