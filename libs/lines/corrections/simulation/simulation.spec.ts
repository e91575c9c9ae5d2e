import { type CaseFile, withVariant } from '#application/case-file.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { UnplayableCase } from '#application/simulate.js';
import {
  caseFile as load,
  commandsFor as written,
  countedLeaves,
  playCase,
  wholeBureau,
} from '../../../../test/support/played-case.js';
import { OFFICES, World } from '../../../../test/support/world.js';
import { corrections as line } from '../index.js';

const played = (file: CaseFile, seed?: string) => playCase(file, [line], seed);

const valueOf = async ({ ledger, registry }: World, code: string, from: string, to: string): Promise<number> => {
  const [value] = await evaluateIndicators(ledger, registry, wholeBureau, { scheme: 'CUSTOM', from, to }, [code]);
  return Number(value?.value);
};

describe.each([
  ['taojiang-2023-corrections', 5_000, 15_000],
  ['ziyang-2022-corrections', 5_000, 15_000],
])('%s', (name, least, most) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s), with nothing refused', async (seed) => {
    const file = await load(name);
    const { world, commands } = await played(file, seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file).length).toBeGreaterThan(6);
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
    const flows = commands.filter(({ type }) => !/ImportOpeningBalance|SetCumulativeBaseline/.test(type));
    const dated = flows.map(
      ({ type, data }) =>
        (data as Record<string, string>)[world.registry.commands.get(type)?.event?.datedBy ?? ''] ?? '',
    );
    const received = flows
      .filter(({ type }) => type === 'corrections.ReceiveSubject')
      .map(({ data }) => (data as { receivedOn: string }).receivedOn);
    expect(new Set(received.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(new Set(commands.map(({ office }) => office)).size).toBe(OFFICES.length + 1);
    expect(dated.every((day) => day <= file.activity.window.to)).toBe(true);
  });
});

it.each(['dawukou-2020-transfer', 'funing-2020-targets', 'ziyang-2022-department'])(
  '%s comes true as well, with what it says of this line',
  async (name) => {
    const file = await load(name);
    const { world } = await played(file);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file).length).toBeGreaterThan(6);
    if (name !== 'funing-2020-targets') return;
    expect(await valueOf(world, 'CC-20', '2020-01-01', '2020-12-31')).toBe(70);
    expect(await valueOf(world, 'CC-30', '2020-01-01', '2020-12-31')).toBe(70);
  },
);

it('has every review of a condition done in its quarter, nine of nine', async () => {
  const { world } = await played(await load('taojiang-2023-corrections'));
  const [value] = await evaluateIndicators(
    world.ledger,
    world.registry,
    wholeBureau,
    { scheme: 'CUSTOM', from: '2023-01-01', to: '2023-12-06' },
    ['CC-26'],
  );
  expect([value?.numerator, value?.denominator]).toEqual(['9', '9']);
});

it('gives 188 without the thirteen transfers in', async () => {
  const file = withVariant(await load('ziyang-2022-corrections'), 'without-transfers-in');
  const { world } = await played(file);
  expect(await valueOf(world, 'CC-07', '2022-01-01', '2022-12-31')).toBe(188);
});

it('keeps every printed figure when one revocation was granted', async () => {
  const file = withVariant(await load('taojiang-2023-corrections'), 'one-termination');
  const { world } = await played(file);
  expect(await valueOf(world, 'CC-07', '2023-01-01', '2023-12-06')).toBe(271);
  expect(await valueOf(world, 'CC-09-left', '2023-01-01', '2023-12-06')).toBe(3131);
  expect(await valueOf(world, 'CC-14', '2023-01-01', '2023-12-06')).toBe(1);
});

describe('counts that cannot come true', () => {
  const changed = async (leaf: string, value: number): Promise<CaseFile> => {
    const file = structuredClone(await load('taojiang-2023-corrections')) as unknown as {
      activity: { corrections: Record<string, object> };
    };
    file.activity.corrections[leaf] = { value, unit: '人', assumed: false };
    return file as unknown as CaseFile;
  };
  it.each([
    ['receivedByPost', 3, 'activity.corrections.receivedByPost: unknown key'],
    ['releasedParole', 50, 'the categories of released are more than the 239 of its total'],
    ['transferredOut', 9000, 'transferredOut: '],
    ['punishedPersons', 9999, 'punishedPersons: 9999 persons for 213 punishments'],
    ['assessmentsReceived', 5, 'assessmentsReceived: 5 for 268 outcomes'],
    ['documentsSeized', 3, 'documentsSeized: 3 documents for 25 holders'],
    ['documentHolders', 0, 'documents for 0 holders'],
    ['received', 3.5, 'activity.corrections.received: 3.5 is no count'],
    ['received', -3, 'activity.corrections.received: -3 is no count'],
    ['leavesReturned', 99_999, 'leavesDeparted 365 is less than the 100010 leaves of its parts'],
    ['leavesDeparted', 99_999, 'leavesReturned: 99988 leaves wanted'],
  ])('%s %d is refused by name', async (leaf, value, message) => {
    const attempt = written(await changed(leaf, value), new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });

  it('takes documents from as many holders where nobody counted these', async () => {
    const file = structuredClone(await load('taojiang-2023-corrections')) as unknown as {
      activity: { corrections: Record<string, object> };
    };
    delete file.activity.corrections['documentHolders'];
    file.activity.corrections['documentsSeized'] = { value: 7, unit: '本', assumed: false };
    const commands = await written(file as unknown as CaseFile, new World([line]));
    const seized = commands.filter(({ type }) => type === 'corrections.SeizeTravelDocument');
    expect(new Set(seized.map(({ streamId }) => streamId)).size).toBe(7);
  });

  it('plays what reports do not print as well', async () => {
    const file = structuredClone(await load('ziyang-2022-corrections')) as unknown as {
      activity: { corrections: Record<string, object> };
    };
    const extra = {
      receivedPublicSurveillance: 2,
      receivedProbation: 160,
      receivedParole: 1,
      receivedOutsidePrison: 1,
      leavesReturned: 60,
      leavesReturnedLate: 3,
      leavesInProgress: 2,
      leavesOverdue: 2,
      contactLostPersons: 2,
      nonReportPersons: 2,
      reoffencePersons: 1,
      revocationsProposed: 2,
      publicSecurityPunishments: 1,
      assessmentsWithdrawn: 0,
    };
    for (const [leaf, value] of Object.entries(extra))
      file.activity.corrections[leaf] = { value, unit: '人', assumed: false };
    const varied = file as unknown as CaseFile;
    const { world } = await played(varied);
    const counted = await countedLeaves(varied, world);
    expect(counted.log).toEqual(counted.file);
    expect(await valueOf(world, 'CC-17-lost', '2022-01-01', '2022-12-31')).toBeCloseTo((100 * 2) / 415, 10);
  });
});
