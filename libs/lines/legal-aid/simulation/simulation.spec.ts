import { checkIdentities } from '#application/check-identities.js';
import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import {
  caseFile as load,
  commandsFor as written,
  countedLeaves,
  playCase,
  wholeBureau,
} from '../../../../test/support/played-case.js';
import { OFFICES, World } from '../../../../test/support/world.js';
import { legalAid as line } from '../index.js';

type Leaves = Readonly<Record<string, number>>;

/** A case file with nothing but the given leaves of this line. */
const reporting = async (leaves: Leaves): Promise<CaseFile> => {
  const file = structuredClone(await load('funing-2020-targets')) as unknown as { activity: Record<string, object> };
  const legalAid = Object.entries(leaves).map(([leaf, value]) => [leaf, { value, unit: '件', assumed: false }]);
  return { ...file, activity: { ...file.activity, legalAid: Object.fromEntries(legalAid) } } as unknown as CaseFile;
};

describe.each(['dawukou-2020-transfer', 'funing-2020-targets', 'ziyang-2022-department'])('%s', (name) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s), with nothing refused', async (seed) => {
    const file = await load(name);
    const { world, commands } = await playCase(file, [line], seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(commands.every(({ data }) => JSON.stringify(data).length > 2)).toBe(true);
    const { from, to } = file.activity.window;
    const flows = commands.filter(({ type }) => !/ImportOpeningBalance|RegisterAgent/.test(type));
    const dated = flows.map(({ type, data }) => {
      const datedBy = world.registry.commands.get(type)?.event?.datedBy ?? '';
      return (data as Record<string, string>)[datedBy] ?? '';
    });
    expect(dated.filter((day) => day < from || day > to)).toEqual([]);
    expect(new Set(commands.map(({ office }) => office)).size).toBe(OFFICES.length);
  });

  it('is the same for the same seed and another for another one', async () => {
    const file = await load(name);
    const world = new World([line]);
    expect(await written(file, world)).toEqual(await written(file, world));
    expect((await written(file, world, '2')).map(({ data }) => data)).not.toEqual(
      (await written(file, world)).map(({ data }) => data),
    );
  });
});

it('the rates the reports are judged by come out', async () => {
  const funing = await playCase(await load('funing-2020-targets'), [line]);
  expect(await funing.world.figures('2020', ['LA-05', 'LA-06-with-applications', 'LA-10', 'LA-15'])).toEqual({
    'LA-05': '75',
    'LA-06-with-applications': '260',
    'LA-10': '70',
    'LA-15': '70',
  });
  const dawukou = await playCase(await load('dawukou-2020-transfer'), [line]);
  expect(await dawukou.world.figures('2020', ['LA-08', 'LA-10', 'LA-11', 'LA-09'])).toEqual({
    'LA-08': '5000000',
    'LA-10': '100',
    'LA-11': '98',
    'LA-09': '100',
  });
  const ziyang = await playCase(await load('ziyang-2022-department'), [line]);
  expect(await ziyang.world.figures('2022', ['LA-09'])).toEqual({ 'LA-09': '99.5' });
});

describe('further counts a bureau may print', () => {
  const whole: Leaves = {
    applications: 90,
    notified: 20,
    deemedWithdrawn: 3,
    pending: 2,
    refused: 6,
    refusedOutOfScope: 3,
    refusedNotInHardship: 2,
    objections: 2,
    granted: 79,
    grantedCriminal: 25,
    grantedCivil: 50,
    grantedAdministrative: 4,
    recipients: 140,
    decisions: 85,
    decisionsOnTime: 80,
    openingOpen: 12,
    concluded: 60,
    terminated: 5,
    closingOpen: 26,
    amountRecovered: 123_456.78,
    amountWages: 65_432.1,
    subsidyApprovedCases: 50,
    subsidyApprovedAmount: 50_000.5,
    subsidyPaidAmount: 40_000.25,
    casesAssessed: 20,
    casesAssessedPassed: 19,
    revisits: 30,
    revisitsSatisfied: 29,
    complaints: 5,
    complaintsHandled: 4,
    complaintsUpheld: 1,
    consultations: 40,
    documentsDrafted: 11,
    dutyShiftsDue: 30,
    dutyShiftsPaid: 25,
    dutyHelpGiven: 77,
    offers: 6,
    offersTaken: 2,
  };
  it.each(['1', '2', '3'])('come true all at once (%s), and every balance holds', async (seed) => {
    const file = await reporting(whole);
    const { world } = await playCase(file, [line], seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(Object.keys(whole).length);
    const year = { scheme: 'FISCAL_YEAR', from: '2020-01-01', to: '2020-12-31' } as const;
    expect(await checkIdentities(world.ledger, world.registry, wholeBureau, year)).toEqual([]);
  });
  it.each<Leaves>([
    { granted: 1 },
    { granted: 1, concluded: 1, amountRecovered: 500 },
    { openingOpen: 3, concluded: 2, terminated: 1 },
    { refusedOther: 2 },
    { pending: 4 },
    { notified: 5 },
    { granted: 10, grantedCivil: 4, notified: 2 },
    { decisions: 4, decisionsOnTime: 0 },
    { applications: 3 },
    { consultations: 0 },
  ])('come true alone: %j', async (leaves) => {
    const file = await reporting(leaves);
    const { world } = await playCase(file, [line]);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(Object.keys(leaves).length);
  });
});

describe('counts that cannot come true are refused by name', () => {
  it.each<[Leaves, string]>([
    [{ receivedByPost: 3 }, 'activity.legalAid.receivedByPost: unknown key'],
    [{ applications: 5, granted: 6 }, 'applications: 5, but granted, refused, withdrawn and pending make 6'],
    [{ applications: 1, refused: 2 }, 'applications, decisions: fewer than the 2'],
    [{ granted: 3, refused: 1, decisions: 5 }, 'decisions: 5, but granted and refused make 4'],
    [{ granted: 3, decisionsOnTime: 4 }, 'decisionsOnTime: more than the 3 decisions'],
    [{ refused: 1, refusedOther: 2 }, 'is more than refused (1)'],
    [{ granted: 3, notified: 2, grantedCriminal: 1 }, 'notified: 2, but grantedCriminal 1'],
    [
      { granted: 3, grantedCriminal: 2, grantedCivil: 2 },
      'grantedCivil: 2, but granted without the criminal and administrative ones make 1',
    ],
    [{ granted: 3, grantedCriminal: 4 }, 'granted: 3, fewer than its kinds'],
    [{ granted: 2, concluded: 3 }, 'concluded, terminated: more than openingOpen and granted'],
    [
      { granted: 2, closingOpen: 1 },
      'closingOpen: 1, but openingOpen and granted less concluded and terminated make 2',
    ],
    [{ granted: 2, recipients: 1 }, 'recipients: 1 for 2 granted'],
    [{ granted: 2, amountRecovered: 5 }, 'amountRecovered: no concluded case'],
    [{ openingOpen: 1, concluded: 1, amountRecovered: 5, amountWages: 6 }, 'amountWages: more than amountRecovered'],
    [{ granted: 2, subsidyApprovedAmount: 5 }, 'subsidyApprovedAmount: 5.00 for 0 cases'],
    [{ openingOpen: 1, concluded: 1, concludedTariff400: 2 }, '2 cases for 1 concluded'],
    [{ openingOpen: 1, concluded: 1, concludedTariff400: 1, subsidyApprovedAmount: 5 }, 'but the tariffs make 400.00'],
    [{ subsidyPaidAmount: 5 }, 'subsidyPaidAmount: more than subsidyApprovedAmount'],
    [{ casesAssessed: 1 }, 'casesAssessed: 1 for 0 concluded'],
    [{ casesAssessed: 1, casesAssessedPassed: 2 }, 'is more than casesAssessed (1)'],
    [{ objections: 1 }, 'objections: 1 for 0 refused'],
    [{ dutyShiftsPaid: 1 }, 'is more than dutyShiftsDue (0)'],
    [{ dutyHelpGiven: 1 }, 'dutyHelpGiven: 1 without dutyShiftsDue'],
    [{ dutyShiftsDue: 9000 }, 'dutyShiftsDue: 9000 for 8 lawyers'],
    [{ complaintsHandled: 1 }, 'is more than complaints (0)'],
  ])('%j', async (leaves, message) => {
    const attempt = written(await reporting(leaves), new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });
});
