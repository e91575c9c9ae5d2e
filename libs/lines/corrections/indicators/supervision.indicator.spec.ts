import { CENTRE, HOME, OTHER, correctionsLog } from '../../../../test/support/played-corrections.js';
import {
  assistanceGiven,
  conditionReviewSubmitted,
  crossCountyPermitGranted,
  deviceLicenceAssigned,
  deviceLicencePurchased,
  deviceLicenceReleased,
  educationAttended,
  id,
  keyPersonListed,
  keyPersonUnlisted,
  officeReassigned,
  periodicEvaluationRecorded,
  programSessionHeld,
  safetyScreeningHeld,
  sentenceReductionGranted,
  skillTrainingCompleted,
  subjectReceived,
  subjectReleased,
  welfareActivityAttended,
} from '../domain/builders.js';

const person = (name: string) => ({ personRef: id('person', name), judgmentDocNo: `判${name}` });
describe('re-examination outside prison', () => {
  const patient = { category: 'outside-prison', outsidePrisonGround: 'medical' } as const;

  it('is owed for whole quarters in the register, the yearly diagnosis standing for its quarter', async () => {
    const log = correctionsLog();
    log.on(
      'a',
      subjectReceived({
        ...patient,
        receivedOn: '2023-01-01',
        correctionFrom: '2023-01-01',
        effectiveOn: '2023-01-01',
      }),
    );
    log.on(
      'a',
      conditionReviewSubmitted({ examinedOn: '2023-02-10' }),
      conditionReviewSubmitted({ examinedOn: '2023-07-01' }),
    );
    log.on('a', conditionReviewSubmitted({ examinedOn: '2023-12-31', period: 'year' }));
    log.on('b', subjectReceived({ ...person('b'), ...patient }), subjectReleased({ releasedOn: '2023-06-30' }));
    log.on('c', subjectReceived({ ...person('c') }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-26'])).toEqual({ 'CC-26': '75' });
    expect(await sheet.values('2023Q2', ['CC-26'])).toEqual({ 'CC-26': '0' });
    expect(await sheet.values('2022', ['CC-26'])).toEqual({ 'CC-26': null });
  });

  it('is owed to the office in charge on the last day of the quarter', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(patient), officeReassigned(), subjectReleased({ releasedOn: '2023-07-01' }));
    expect(await (await log.sheet([OTHER])).values('2023', ['CC-26'])).toEqual({ 'CC-26': '0' });
    expect(await (await log.sheet([HOME])).values('2023', ['CC-26'])).toEqual({ 'CC-26': null });
  });

  it('is owed to the end of a term made shorter, and not at all for pregnancy or incapacity', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived(patient), sentenceReductionGranted({ newCorrectionTo: '2023-09-29' }));
    log.on(
      'b',
      subjectReceived({ ...person('b'), category: 'outside-prison', outsidePrisonGround: 'pregnancy-or-nursing' }),
    );
    const duties = (await log.sheet()).facts.filter(({ kind }) => kind === 'corrections.condition-duty');
    const quarters = duties.filter(({ fields }) => fields['period'] === 'quarter');
    expect(quarters.map(({ fields }) => fields['dueOn'])).toEqual(['2023-06-30']);
    expect(duties.filter(({ fields }) => fields['period'] === 'month')[0]?.fields['dueOn']).toBe('2023-02-28');
  });
});

describe('education and help', () => {
  const codes = ['CC-21', 'CC-22', 'CC-22-education', 'CC-22-welfare', 'CC-22-attendances', 'CC-23', 'CC-11'] as const;

  it('count 0, and their rates nothing, in an empty period', async () => {
    const sheet = await correctionsLog().sheet([HOME]);
    expect(await sheet.values('2023', [...codes, 'CC-21-rate', 'CC-30', 'CC-20', 'CC-25-key', 'CC-29'])).toEqual({
      ...Object.fromEntries([...codes, 'CC-25-key', 'CC-29'].map((code) => [code, '0'])),
      'CC-21-rate': null,
      'CC-30': null,
      'CC-20': null,
    });
  });

  it('tell persons from acts', async () => {
    const log = correctionsLog();
    const passed = skillTrainingCompleted();
    log.on('a', subjectReceived(), passed, skillTrainingCompleted({ completedOn: '2023-12-31' }));
    log.on('a', educationAttended(), welfareActivityAttended(), crossCountyPermitGranted());
    log.on(
      'a',
      periodicEvaluationRecorded(),
      periodicEvaluationRecorded({ result: 'failed', evaluatedOn: '2023-09-30' }),
    );
    log.on('b', subjectReceived({ ...person('b') }), skillTrainingCompleted({ result: 'failed' }));
    log.on(
      'b',
      assistanceGiven({ beneficiaryCount: 3 }),
      assistanceGiven({ givenOn: '2024-01-01', beneficiaryCount: 5 }),
    );
    log.on('s1', programSessionHeld());
    log.on('s2', programSessionHeld({ kind: 'public-welfare' }));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', [...codes, 'CC-21-rate', 'CC-30'])).toEqual({
      'CC-21': '1',
      'CC-22': '2',
      'CC-22-education': '1',
      'CC-22-welfare': '1',
      'CC-22-attendances': '2',
      'CC-23': '3',
      'CC-11': '1',
      'CC-21-rate': expect.stringMatching(/^66\.6/),
      'CC-30': '50',
    });
    expect(await sheet.values('2024', ['CC-23', 'CC-21'])).toEqual({ 'CC-23': '5', 'CC-21': '0' });
  });
});

describe('screenings, key persons and devices', () => {
  it('count screenings that reach subjects, and key persons while listed and in the register', async () => {
    const log = correctionsLog();
    log.on('s1', safetyScreeningHeld());
    log.on('s2', safetyScreeningHeld({ scope: 'both' }));
    log.on('s3', safetyScreeningHeld({ scope: 'aftercare' }));
    log.on('a', subjectReceived(), keyPersonListed(), keyPersonUnlisted());
    log.on('b', subjectReceived({ ...person('b') }), keyPersonListed(), subjectReleased({ releasedOn: '2023-12-31' }));
    log.on('c', subjectReceived({ ...person('c') }), keyPersonListed(), officeReassigned());
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['CC-25-screenings', 'CC-25-key'])).toEqual({
      'CC-25-screenings': '2',
      'CC-25-key': '1',
    });
    expect(await sheet.values('2023-04', ['CC-25-key'])).toEqual({ 'CC-25-key': '3' });
    expect(await (await log.sheet([OTHER])).values('2023', ['CC-25-key'])).toEqual({ 'CC-25-key': '1' });
  });

  it('count licences to their last day, and as carriers only subjects in the register', async () => {
    const log = correctionsLog();
    log.on(
      'pool',
      deviceLicencePurchased({ quantity: 260 }),
      deviceLicencePurchased({ lotId: id('2'), quantity: 5, validTo: '2023-12-30' }),
    );
    log.on(
      'staff',
      deviceLicencePurchased({ kind: 'staff-app', quantity: 24 }),
      deviceLicenceAssigned({ personRef: id('clerk') }),
    );
    log.on('pool', ...['a', 'b', 'c'].map((name) => deviceLicenceAssigned({ personRef: id('person', name) })));
    log.on('pool', deviceLicenceReleased({ personRef: id('person', 'c') }));
    log.on('a', subjectReceived({ ...person('a') }));
    log.on('b', subjectReceived({ ...person('b') }), subjectReleased({ releasedOn: '2023-06-01' }));
    log.on('c', subjectReceived({ ...person('c') }));
    const sheet = await log.sheet([HOME, CENTRE]);
    expect(await sheet.values('2023', ['CC-29', 'CC-29-subjects', 'CC-29-staff', 'CC-20'])).toEqual({
      'CC-29': '284',
      'CC-29-subjects': '260',
      'CC-29-staff': '24',
      'CC-20': '50',
    });
    expect(await sheet.values('2023-05', ['CC-29-subjects', 'CC-20'])).toEqual({
      'CC-29-subjects': '265',
      'CC-20': '100',
    });
    expect(await sheet.findings('2023')).toContainEqual(
      expect.objectContaining({ rule: 'corrections.licences-for-subjects', severity: 'warn' }),
    );
  });

  it('find the licence of a person who got one again', async () => {
    const log = correctionsLog();
    log.on('a', subjectReceived());
    log.on(
      'pool',
      deviceLicencePurchased(),
      deviceLicenceAssigned(),
      deviceLicenceReleased({ releasedOn: '2023-02-01' }),
    );
    log.on(
      'pool',
      deviceLicenceAssigned({ assignedOn: '2023-03-01' }),
      deviceLicenceReleased({ releasedOn: '2023-04-30' }),
    );
    const sheet = await log.sheet();
    expect(await sheet.values('2023-02', ['CC-20'])).toEqual({ 'CC-20': '0' });
    expect(await sheet.values('2023-03', ['CC-20'])).toEqual({ 'CC-20': '100' });
    expect(await sheet.values('2023-04', ['CC-20'])).toEqual({ 'CC-20': '0' });
  });
});
