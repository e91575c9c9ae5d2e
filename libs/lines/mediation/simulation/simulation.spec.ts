import { type CaseFile, countedAt, leavesOf } from '#application/case-file.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { checkIdentities } from '#application/check-identities.js';
import { UnplayableCase, meaningOf } from '#application/simulate.js';
import { addDays } from '#kernel/dates.js';
import {
  caseFile as load,
  commandsFor as written,
  playCase,
  wholeBureau,
} from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { mediation as line } from '../index.js';
import { cases } from './index.js';

const period = (file: CaseFile) => ({ scheme: 'CUSTOM' as const, from: file.period.from, to: countedAt(file) });

const valueOf = async ({ ledger, registry }: World, code: string, from: string, to: string): Promise<number> => {
  const [value] = await evaluateIndicators(ledger, registry, wholeBureau, { scheme: 'CUSTOM', from, to }, [code]);
  return Number(value?.value);
};

/** Every leaf that is a figure, as the log gives it. */
const leavesFromLog = async (file: CaseFile, world: World): Promise<Readonly<Record<string, number>>> => {
  const found: Record<string, number> = {};
  const { from, to } = period(file);
  for (const leaf of Object.keys(leavesOf(file).get('mediation') ?? {})) {
    const meaning = meaningOf(cases, leaf);
    if (meaning === null || meaning === undefined) continue;
    found[leaf] =
      typeof meaning === 'string'
        ? await valueOf(world, meaning, from, to)
        : await valueOf(world, meaning.indicator, addDays(from, -1), addDays(from, -1));
  }
  return found;
};

const figuresOf = (file: CaseFile): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(leavesOf(file).get('mediation') ?? {}).filter(([leaf]) => meaningOf(cases, leaf) !== null),
  );

/** The case with other counts of mediation, and no other activity. */
const withLeaves = async (name: string, more: Readonly<Record<string, number>>, keep = true): Promise<CaseFile> => {
  const file = structuredClone(await load(name)) as unknown as { activity: Record<string, Record<string, object>> };
  const leaves = Object.fromEntries(
    Object.entries(more).map(([leaf, value]) => [leaf, { value, unit: '件', assumed: false }]),
  );
  file.activity['mediation'] = { ...(keep ? file.activity['mediation'] : {}), ...leaves };
  return file as unknown as CaseFile;
};

describe.each([
  ['dawukou-2020-transfer', 5_000, 12_000],
  ['ziyang-2022-department', 7_000, 15_000],
  ['funing-2020-targets', 1_500, 5_000],
])('%s', (name, least, most) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s), with nothing refused', async (seed) => {
    const file = await load(name);
    const { world, commands } = await playCase(file, [line], seed);
    expect(await leavesFromLog(file, world)).toEqual(figuresOf(file));
    expect(await checkIdentities(world.ledger, world.registry, wholeBureau, period(file))).toEqual([]);
    expect(commands.length).toBeGreaterThan(least);
    expect(commands.length).toBeLessThan(most);
  });

  it('is the same for the same seed and another for another one', async () => {
    const file = await load(name);
    const world = new World([line]);
    expect(await written(file, world)).toEqual(await written(file, world));
    expect((await written(file, world, '2')).map(({ data }) => data)).not.toEqual(
      (await written(file, world)).map(({ data }) => data),
    );
  });

  it('spreads over the months and the offices, and stays within the window', async () => {
    const file = await load(name);
    const world = new World([line]);
    const commands = await written(file, world);
    const { from, to } = file.activity.window;
    const flows = commands.filter(({ type }) => !/ImportOpening|Committee|AppointMediator/.test(type));
    const dated = flows.map(
      ({ type, data }) =>
        (data as Record<string, string>)[world.registry.commands.get(type)?.event?.datedBy ?? ''] ?? '',
    );
    expect(dated.filter((day) => day < from || day > to)).toEqual([]);
    const accepted = dated.filter((_, at) => flows[at]?.type === 'mediation.AcceptDispute');
    expect(new Set(accepted.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(new Set(commands.map(({ office }) => office)).size).toBe(3);
  });
});

it('pays hard cases alone, each by its tariff, and every fen of it', async () => {
  const { world } = await playCase(await load('dawukou-2020-transfer'), [line]);
  const value = (code: string) => valueOf(world, code, '2020-01-01', '2020-12-31');
  expect(await value('PM-06')).toBe(593);
  expect(await value('PM-09-approved-cases')).toBe(593);
  expect(await value('PM-09')).toBe(100);
  expect(await value('PM-09-hard')).toBe(100);
  expect(await value('PM-11')).toBe(98);
  expect(await value('PM-08')).toBe(4_000_000);
});

it('gives one year three success rates, by what they are reckoned over', async () => {
  const { world } = await playCase(await load('ziyang-2022-department'), [line]);
  const printed = async (code: string) => (await valueOf(world, code, '2022-01-01', '2022-12-31')).toFixed(2);
  expect([await printed('PM-05'), await printed('PM-05-B'), await printed('PM-05-C')]).toEqual([
    ...['99.26', '99.08', '98.71'],
  ]);
  expect(await printed('PM-15')).toBe('99.00');
});

describe('counts that cannot come true', () => {
  it.each([
    ['mediated', 3, 'activity.mediation.mediated: unknown key'],
    ['closed', 800, 'closed: 800, but succeeded + failed + withdrawn + transferred is 803'],
    ['accepted', 805, 'openingOpen 12 + accepted 805 is not closed 803 + closingOpen 15'],
    ['succeededSimple', 61, 'is more than succeeded (780)'],
    ['acceptedKindTraffic', 807, 'acceptedKindTraffic is more than accepted (806)'],
    ['succeededOral', 781, 'succeededOral is more than succeeded (780)'],
    ['peopleInvolved', 1559, 'peopleInvolved: 1559 for 780 settled disputes'],
    ['subsidyApprovedAmount', 149_999, 'subsidyApprovedAmount: 149999, but grades and tariffs give 150000'],
    ['subsidyPaidAmount', 150_001, 'subsidyPaidAmount 150001 is more than subsidyApprovedAmount 150000'],
    ['dossiersPassed', 151, 'dossiersPassed is more than dossiersReviewed (150)'],
    ['dossiersReviewed', 900, 'dossiersReviewed: 900, closed is 803'],
    ['agreementsPerformed', 781, 'is more than succeeded (780)'],
    ['confirmationsGranted', 781, 'is more than the written agreements'],
    ['preventedCrime', 781, '781 cases, succeeded is 780'],
    ['preventedCrimePeople', 1, 'preventedCrimePeople: 1 for 0 cases'],
    ['committees', 3, 'committees: 3, but 15 are needed'],
    ['mediators', 3, 'mediators: 3, but 15 are needed'],
    ['mediatorsTrained', 999, 'mediatorsTrained: 999 of 15 mediators'],
    ['revisitsSatisfied', 5, ''],
  ])('%s %d is refused by name', async (leaf, value, message) => {
    const file = await withLeaves('dawukou-2020-transfer', { [leaf]: value, ...(message === '' && { revisits: 4 }) });
    const attempt = written(file, new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message === '' ? 'is more than revisits (4)' : message);
  });
});

it('plays what reports do not print as well', async () => {
  const file = await withLeaves(
    'ziyang-2022-department',
    {
      ...{ discovered: 60, notAccepted: 5, openingOpen: 4, accepted: 100, closingOpen: 10, succeeded: 80, failed: 14 },
      ...{
        acceptedKindMedical: 7,
        acceptedKindMigrantWages: 3,
        acceptedSourceCourt: 11,
        acceptedCommitteeEnterprise: 6,
      },
      ...{
        succeededOral: 20,
        succeededDifficult: 9,
        succeededMajor: 1,
        agreementsPerformed: 50,
        agreementsBreached: 3,
      },
      ...{ amountAgreed: 123_456.78, peopleInvolved: 415, subsidyApprovedAmount: 1000.1, subsidyPaidAmount: 640.07 },
      ...{ dossiersReviewed: 30, dossiersPassed: 28, confirmationsGranted: 4, confirmationsDismissed: 1 },
      ...{ preventedSuicide: 1, preventedMassPetition: 2, preventedMassPetitionPeople: 75, revisits: 40 },
      ...{ revisitsSatisfied: 20, revisitsDissatisfied: 1, screeningsPlanned: 12, screeningsHeld: 15, committees: 30 },
      ...{ mediators: 50, mediatorsTrained: 45, centreMediators: 2, fullTimeMediatorsPerTownship: 1 },
    },
    false,
  );
  const { world } = await playCase(file, [line]);
  expect(await leavesFromLog(file, world)).toEqual(figuresOf(file));
  expect(await checkIdentities(world.ledger, world.registry, wholeBureau, period(file))).toEqual([]);
  expect(await valueOf(world, 'PM-14', '2022-01-01', '2022-12-31')).toBeCloseTo(2000 / 21, 8);
});
