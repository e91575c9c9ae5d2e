import {
  OFFICE,
  agreed,
  expectFigures,
  failed,
  mediationLog,
  on,
  taken,
} from '../../../../test/support/played-mediation.js';
import { indicators } from './index.js';

describe('the figures of mediation', () => {
  it('have every indicator of the catalogue', () => {
    const missing = Array.from({ length: 16 }, (_, at) => `PM-${String(at + 1).padStart(2, '0')}`).filter(
      (code) => !(code in indicators),
    );
    expect(missing).toEqual([]);
  });

  it('of an empty period are nothing, and rates have no value', async () => {
    const sheet = await mediationLog().sheet([OFFICE]);
    const rates = Object.values(indicators).filter(({ kind }) => kind.endsWith('RATIO'));
    const values = await sheet.values('2023', Object.keys(indicators));
    for (const { code } of rates) expect([code, values[code]]).toEqual([code, null]);
    expect(Object.values(values).filter((value) => value !== null && value !== '0')).toEqual([]);
    expect(await sheet.findings('2023')).toEqual([]);
  });
});

describe('disputes', () => {
  it('are counted on the day of each step, across the turn of the year', async () => {
    const played = mediationLog();
    played.on('a', on('mediation.DisputeDiscovered', { discoveredOn: '2023-12-31' }), taken('2024-01-01'));
    played.on('b', taken('2023-12-31', { kind: 'migrant-wages', source: 'court' }), agreed('2024-01-01'));
    played.on('c', taken('2023-12-31', { kind: 'labour-other', committeeKind: 'village' }), agreed('2023-12-31'));
    played.on('d', on('mediation.DisputeNotAccepted', { decidedOn: '2023-05-01' }));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', {
      ...{ 'PM-01': '1', 'PM-01-accepted': '0', 'PM-01-undecided': '1', 'PM-02': '2', 'PM-02-not-accepted': '1' },
      ...{ 'PM-02-open': '1', 'PM-03': '1', 'PM-04': '1', 'PM-02-kind-labour': '2', 'PM-02-kind-labour-other': '1' },
      ...{ 'PM-02-source-court': '1', 'PM-02-source-application': '1', 'PM-02-committee-village': '1' },
      ...{ 'PM-03-kind-labour': '1', 'PM-03-committee-village': '1', 'PM-03-committee-township': '0' },
    });
    await expectFigures(sheet, '2024', {
      ...{ 'PM-01': '0', 'PM-02': '1', 'PM-02-open': '1', 'PM-03': '1', 'PM-04': '1', 'PM-03-source-court': '1' },
    });
    await expectFigures(sheet, '2023-12-31..2024-01-01', {
      'PM-01-accepted': '1',
      'PM-01-undecided': '0',
      'PM-02': '3',
    });
  });

  it('taken over from earlier records stand in the stock and in no acceptance', async () => {
    const played = mediationLog();
    played.on('a', on('mediation.OpeningBalanceImported'), failed('2023-01-10'));
    played.on('b', on('mediation.OpeningBalanceImported', { asOfDate: '2023-06-30', caseNo: '2' }));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2022', { 'PM-02': '0', 'PM-02-open': '1', 'PM-02-imported': '1' });
    await expectFigures(sheet, '2023', {
      ...{ 'PM-02': '0', 'PM-03': '1', 'PM-03-failed': '1', 'PM-02-open': '1', 'PM-02-imported': '1' },
    });
  });

  it('have three success rates', async () => {
    const played = mediationLog();
    for (const key of ['a', 'b', 'c', 'd'])
      played.on(key, on('mediation.DisputeDiscovered'), taken('2023-03-02'), agreed('2023-03-10'));
    played.on('e', on('mediation.DisputeDiscovered'), taken('2023-03-02'), failed('2023-03-10'));
    played.on('f', on('mediation.DisputeDiscovered'), taken('2023-03-02'));
    played.on('g', on('mediation.DisputeDiscovered'), on('mediation.DisputeNotAccepted'));
    played.on('h', on('mediation.DisputeDiscovered'));
    await expectFigures(await played.sheet(), '2023', { 'PM-05': '80', 'PM-05-C': '50', 'PM-01-not-accepted': '1' });
    const { 'PM-05-B': overAccepted } = await (await played.sheet()).values('2023', ['PM-05-B']);
    expect(Number(overAccepted)).toBeCloseTo(400 / 6, 8);
  });

  it('end in time by the day due, or by the day both agreed on', async () => {
    const played = mediationLog();
    played.on('a', taken('2023-03-01'), agreed('2023-04-03')); // 1 April is a Saturday
    played.on('b', taken('2023-03-01'), agreed('2023-04-04'));
    played.on('c', taken('2023-03-01'), on('mediation.MediationExtended'), agreed('2023-04-20'));
    played.on('d', taken('2023-03-01'), on('mediation.MediationWithdrawn'));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', { 'PM-03-in-time': '75', 'PM-03-withdrawn': '1' });
    expect(sheet.duties.map(({ deadline, dueOn }) => [deadline, dueOn]).filter(([code]) => code === 'PM-D01')).toEqual([
      ...[
        ['PM-D01', '2023-04-03'],
        ['PM-D01', '2023-04-03'],
        ['PM-D01', '2023-04-20'],
        ['PM-D01', '2023-04-03'],
      ],
    ]);
  });

  it('count by the grade confirmed, however late', async () => {
    const played = mediationLog();
    const graded = (grade: 'simple' | 'difficult' | 'major' | 'extra-major') => [
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.DifficultyProposed', { grade: 'extra-major' }),
      on('mediation.DifficultyConfirmed', { grade, confirmedOn: '2024-02-01' }),
    ];
    const grades = ['simple', 'difficult', 'major', 'extra-major', 'major'] as const;
    for (const [at, grade] of grades.entries()) played.on(String(at), ...graded(grade));
    played.on('proposed only', ...graded('simple').slice(0, 3));
    await expectFigures(await played.sheet(), '2023', {
      ...{ 'PM-04': '6', 'PM-04-ungraded': '1', 'PM-04-simple': '1', 'PM-06': '4', 'PM-06-difficult': '1' },
      ...{ 'PM-06-major': '2', 'PM-06-extra-major': '1' },
    });
  });
});
