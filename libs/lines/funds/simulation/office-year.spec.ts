import type { Asked } from '#application/evaluate-indicators.js';
import { fundsValues, playFunds } from '../../../../test/support/played-funds.js';
import type { IndicatorCode } from '../indicators/index.js';
import { establishmentYear } from './establishment-year.js';
import { disclosureYear, procurementYear } from './office-year.js';

const of = (code: IndicatorCode, where: Readonly<Record<string, string>>): Asked => ({ code, where });

describe('posts and people', () => {
  const year = {
    posts: { 'political-legal': 81, institution: 9, worker: 0, 'self-funded': 5 },
    staff: { administrative: 73, worker: 1, institution: 9, 'self-funded': 3 },
    retired: 41,
    duties: { corrections: 40, 'corrections-county': 5, 'smart-centre': 5 },
    secondedDuties: { 'smart-centre-police': 1 },
  } as const;
  it.each(['1', 'other'])('stand at the end of the year as printed, seed %s', async (seed) => {
    const { world } = await playFunds((tools) => establishmentYear(year, tools), seed);
    expect(
      await fundsValues(
        world,
        '12-31',
        'BF-14-posts',
        'BF-14-posts-political-legal',
        'BF-14-posts-worker',
        'BF-14-staff',
        'BF-14-retired',
      ),
    ).toEqual([95, 81, 0, 86, 41]);
    expect(
      await fundsValues(
        world,
        '12-31',
        'BF-14-staff-administrative',
        'BF-14-staff-worker',
        'BF-14-staff-institution',
        'BF-14-staff-self-funded',
      ),
    ).toEqual([73, 1, 9, 3]);
    expect(
      await fundsValues(
        world,
        '12-06',
        of('BF-14-duty', { duty: 'corrections' }),
        'BF-14-duty-corrections-county',
        'BF-14-duty-smart-centre',
        'BF-14-duty-smart-centre-police',
        of('BF-14-posts', { kind: 'institution' }),
        of('BF-14-staff', { kind: 'institution' }),
      ),
    ).toEqual([40, 5, 5, 1, 9, 9]);
    expect(await fundsValues(world, '12-31', 'BF-14-staff-joined', 'BF-14-staff-left', 'BF-14-staff-retired')).toEqual([
      2, 1, 1,
    ]);
  });
  it('records nothing of what is not printed', async () => {
    const { commands } = await playFunds((tools) => establishmentYear({ retired: 0 }, tools));
    expect(commands).toEqual([]);
  });
  it('is refused where more hold a duty than serve', async () => {
    const few = { staff: { administrative: 3 }, duties: { corrections: 4 } };
    await expect(playFunds((tools) => establishmentYear(few, tools))).rejects.toThrow(
      'duties.corrections: 4 of 3 persons',
    );
  });
});

describe('publications and procurement', () => {
  it('come true', async () => {
    const { world } = await playFunds((tools) => [
      ...disclosureYear({ fiscalYear: 2023, due: 4, onTime: 3 }, tools),
      ...procurementYear({ fiscalYear: 2023, amount: '1622000.00', project: 'operation', fund: '部门整体支出' }, tools),
    ]);
    expect(
      await fundsValues(world, '12-31', 'BF-16', 'BF-16-due', 'BF-16-on-time', 'BF-10', 'BF-10-qualified'),
    ).toEqual([75, 4, 3, 1622000, 100]);
    expect(await fundsValues(world, '12-31', of('BF-10', { fund: '部门整体支出' }))).toEqual([1622000]);
  });
  it('are refused where the year does not bring so many', async () => {
    const write = (due: number, onTime: number) =>
      playFunds((tools) => disclosureYear({ fiscalYear: 2023, due, onTime }, tools));
    await expect(write(6, 1)).rejects.toThrow('disclosuresDue: 6');
    await expect(write(1, 2)).rejects.toThrow('disclosuresOnTime');
  });
});
