import { type CaseFile, countedAt, leavesOf } from '#application/case-file.js';
import { checkIdentities } from '#application/check-identities.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { UnplayableCase, meaningOf } from '#application/simulate.js';
import { addDays } from '#kernel/dates.js';
import {
  caseFile as load,
  commandsFor as written,
  playCase,
  wholeBureau,
} from '../../../../test/support/played-case.js';
import { OFFICES, World } from '../../../../test/support/world.js';
import { aftercare as line } from '../index.js';
import { cases } from './index.js';

const played = (file: CaseFile, seed?: string) => playCase(file, [line], seed);

const valueOf = async ({ ledger, registry }: World, code: string, from: string, to: string): Promise<number> => {
  const [value] = await evaluateIndicators(ledger, registry, wholeBureau, { scheme: 'CUSTOM', from, to }, [code]);
  return Number(value?.value);
};

const sectionOf = (file: CaseFile): Readonly<Record<string, number>> => leavesOf(file).get('aftercare') ?? {};

/** Every leaf that is a figure, as the log gives it. */
const leavesFromLog = async (file: CaseFile, world: World): Promise<Readonly<Record<string, number>>> => {
  const found: Record<string, number> = {};
  const { from } = file.period;
  for (const leaf of Object.keys(sectionOf(file))) {
    const meaning = meaningOf(cases, leaf);
    if (meaning === null || meaning === undefined) continue;
    found[leaf] =
      typeof meaning === 'string'
        ? await valueOf(world, meaning, from, countedAt(file))
        : await valueOf(world, meaning.indicator, from, addDays(from, -1));
  }
  return found;
};

/** A case with other counts of this line. */
const changed = async (name: string, counts: Readonly<Record<string, number | undefined>>): Promise<CaseFile> => {
  const file = structuredClone(await load(name)) as unknown as { activity: { aftercare: Record<string, object> } };
  for (const [leaf, value] of Object.entries(counts))
    if (value === undefined) delete file.activity.aftercare[leaf];
    else file.activity.aftercare[leaf] = { value, unit: '人', assumed: false };
  return file as unknown as CaseFile;
};

describe.each(['dawukou-2020-transfer', 'funing-2020-targets', 'ziyang-2022-corrections', 'ziyang-2022-department'])(
  '%s',
  (name) => {
    it.each(['1', 'other'])(
      'comes true from the events, whatever the seed (%s), with nothing refused',
      async (seed) => {
        const file = await load(name);
        const { world } = await played(file, seed);
        expect(Object.keys(sectionOf(file)).length).toBeGreaterThan(1);
        expect(await leavesFromLog(file, world)).toEqual(sectionOf(file));
        const { ledger, registry } = world;
        expect(
          await checkIdentities(ledger, registry, wholeBureau, {
            scheme: 'CUSTOM',
            from: file.period.from,
            to: countedAt(file),
          }),
        ).toEqual([]);
      },
    );

    it('is the same for the same seed and another for another one', async () => {
      const file = await load(name);
      const world = new World([line]);
      expect(await written(file, world)).toEqual(await written(file, world));
      expect((await written(file, world, '2')).map(({ data }) => data)).not.toEqual(
        (await written(file, world)).map(({ data }) => data),
      );
    });

    it('stays within the window, and is spread over its months and the offices', async () => {
      const file = await load(name);
      const world = new World([line]);
      const commands = await written(file, world);
      const { from, to } = file.activity.window;
      const dated = commands
        .filter(({ type }) => type !== 'aftercare.ImportOpeningBalance')
        .map(
          ({ type, data }) =>
            (data as Record<string, string>)[world.registry.commands.get(type)?.event?.datedBy ?? ''] ?? '',
        );
      expect(dated.filter((day) => day < from || day > to)).toEqual([]);
      expect(new Set(dated.map((day) => day.slice(0, 7))).size).toBe(12);
      expect(new Set(commands.map(({ office }) => office))).toEqual(new Set(OFFICES));
    });
  },
);

it('plays nothing of a report that says nothing of aftercare', async () =>
  expect(await written(await load('taojiang-2023-corrections'), new World([line]))).toEqual([]));

it('prints the rates of the reports', async () => {
  const dawukou = (await played(await load('dawukou-2020-transfer'))).world;
  const rate = async (world: World, code: string) =>
    (
      await evaluateIndicators(
        world.ledger,
        world.registry,
        wholeBureau,
        { scheme: 'CUSTOM', from: '2020-01-01', to: '2020-12-31' },
        [code],
      )
    )[0]?.printed;
  expect(await rate(dawukou, 'AC-03')).toBe('95.00%');
  expect(await rate(dawukou, 'AC-04')).toBe('95.04%');
  expect(await rate(dawukou, 'AC-05')).toBe('95.00%');
  const funing = (await played(await load('funing-2020-targets'))).world;
  expect(await rate(funing, 'AC-08')).toBe('75.00%');
});

it('plays what reports do not print as well', async () => {
  const file = await changed('dawukou-2020-transfer', {
    released: 165,
    handedOver: 12,
    linkFailed: 5,
    keyReleased: 9,
    keyCollected: 8,
    endedTermOver: 130,
    endedDeath: 4,
    endedReimprisoned: 3,
    endedWrittenOff: 1,
    contacts: 1500,
    settledFarmland: 300,
    settledHired: 100,
    keyPersons: 21,
    keyGang: 4,
    keyOther: 0,
    missing: 6,
    dualListed: 30,
    reoffencePersons: 5,
    aidBeneficiaries: 210,
    aidSkillTraining: 60,
    aidTemporaryRelief: 40,
    aidAmount: 32_000.1,
  });
  for (const seed of ['1', '2']) {
    const { world } = await played(file, seed);
    expect(await leavesFromLog(file, world)).toEqual(sectionOf(file));
  }
});

describe('counts that cannot come true', () => {
  it.each([
    ['released by post', { releasedByPost: 3 }, 'activity.aftercare.releasedByPost: unknown key'],
    [
      'a stock that does not close',
      { closing: 828 },
      'opening + linked + movedIn - ended - movedOut is 827, closing is 828',
    ],
    ['two stocks', { inSupport: 820 }, 'inSupport (820) is not closing (827)'],
    ['more linked than due', { dueForLinkage: 100 }, 'linked: 152 wanted, dueForLinkage: 100 there'],
    ['more due than released', { released: 100 }, 'dueForLinkage: 160 wanted, released: 100 there'],
    ['more failures than are not linked', { linkFailed: 9 }, 'linkFailed: 9 wanted, due and not linked: 8 there'],
    [
      'more met than have a group',
      { withSupportGroup: 700 },
      'supportedWithContact: 786 wanted, withSupportGroup: 700 there',
    ],
    ['fewer contacts than persons', { contacts: 785 }, 'contacts: 785 for the 786 of supportedWithContact'],
    ['more settled than need it', { settled: 701 }, 'settled: 701 wanted, needingSettlement: 700 there'],
    ['more groups than persons', { withSupportGroup: 828 }, 'withSupportGroup: 828 wanted, closing: 827 there'],
    ['parts above the whole', { endedDeath: 139 }, 'ended (138) is not the 139 of its parts'],
    ['more key persons than there are', { keyPersons: 900 }, 'keyPersons: 900 wanted, closing: 827 there'],
    ['more collected than key', { keyReleased: 2, keyCollected: 3 }, 'keyCollected: 3 wanted, keyReleased: 2 there'],
    ['money for nobody', { aidAmount: 10 }, 'aidAmount: no aidBeneficiaries'],
    ['terms over of nobody', { opening: 0, ended: 100, movedOut: 0, closing: 55 }, 'ended: '],
  ])('%s is refused by name', async (_what, counts, message) => {
    const attempt = written(await changed('dawukou-2020-transfer', counts), new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });

  it('a stock alone is played: it was there before', async () => {
    const file = await changed('funing-2020-targets', { withSupportGroup: undefined });
    const { world } = await played(file);
    expect(await leavesFromLog(file, world)).toEqual({ inSupport: 320 });
    expect(await valueOf(world, 'AC-01-linked', '2020-01-01', '2020-12-31')).toBe(0);
  });
});
