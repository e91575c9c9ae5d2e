import { type CaseFile, countedAt } from '#application/case-file.js';
import { sectionOf, spokenIn } from '#application/case-figures.js';
import { readRows } from '#application/case-rows.js';
import { checkIdentities } from '#application/check-identities.js';
import { parseFormula } from '#application/expressions.js';
import { UnplayableCase, commandsOf, play, withoutRegistering } from '#application/simulate.js';
import {
  caseFile as load,
  commandsFor,
  countedLeaves,
  playCase,
  wholeBureau,
} from '../../../../test/support/played-case.js';
import { BUREAU, OFFICES, World } from '../../../../test/support/world.js';
import { institution as line } from '../index.js';
import { cases } from './index.js';

type Activity = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A report with nothing of this line but the counts given, by section. */
const varied = async (given: Activity): Promise<CaseFile> => {
  const file = structuredClone(await load('ziyang-2022-department'));
  const { activity, establishment } = file as unknown as Record<string, Record<string, object>>;
  for (const { section } of cases) {
    const [group = '', part] = section.split('.');
    const [parent, name] = part === undefined ? [activity, group] : [establishment, part];
    if (parent === undefined) continue;
    delete parent[name];
    const leaves = Object.entries(given[section] ?? {});
    if (leaves.length > 0)
      parent[name] = Object.fromEntries(leaves.map(([leaf, value]) => [leaf, { value, unit: '' }]));
  }
  return file;
};

const expectPlayed = async (file: CaseFile, seed?: string): Promise<{ world: World; leaves: number }> => {
  const { world } = await playCase(file, [line], seed);
  const counted = await countedLeaves(file, world);
  expect(counted.log).toEqual(counted.file);
  const period = { scheme: 'CUSTOM', from: file.period.from, to: countedAt(file) } as const;
  expect(await checkIdentities(world.ledger, world.registry, wholeBureau, period)).toEqual([]);
  return { world, leaves: Object.keys(counted.file).length };
};

describe.each([
  ['dawukou-2020-transfer', 6],
  ['ziyang-2022-department', 16],
  ['ziyang-2022-corrections', 5],
  ['funing-2020-targets', 2],
  ['taojiang-2023-corrections', 7],
])('%s', (name, leaves) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s)', async (seed) => {
    const file = await load(name);
    expect((await expectPlayed(file, seed)).leaves).toBe(leaves);
  });
});

describe('the year of a department', () => {
  const written = async (seed?: string) => commandsFor(await load('ziyang-2022-department'), new World([line]), seed);

  it('is the same for the same seed and another for another one', async () => {
    expect(await written()).toEqual(await written());
    expect((await written('2')).map(({ data }) => data)).not.toEqual((await written()).map(({ data }) => data));
  });

  it('spreads over the months and the offices, and stays within the window', async () => {
    const commands = await written();
    const { commands: known } = new World([line]).registry;
    const flows = commands.filter(({ type }) => type !== 'institution.EstablishUnit');
    const days = flows.map(
      ({ type, data }) => (data as Record<string, string>)[known.get(type)?.event?.datedBy ?? ''] ?? '',
    );
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12);
    expect(new Set(commands.map(({ office }) => office)).size).toBe(OFFICES.length + 1);
    expect(days.every((day) => day >= '2022-01-01' && day <= '2022-12-31')).toBe(true);
  });

  it('prints the rates of the report', async () => {
    const { world } = await expectPlayed(await load('ziyang-2022-department'));
    expect(await world.figures('2022', ['IN-01', 'IN-12', 'IN-14'])).toEqual({
      'IN-01': '100',
      'IN-12': '100',
      'IN-14': '0',
    });
  });
});

it('plays what reports do not print as well', async () => {
  await expectPlayed(
    await varied({
      legalReview: {
        majorDecisions: 9,
        reviewedBeforeDecision: 5,
        reviewedAfterDecision: 3,
        administrativeDecisions: 2,
        administrativeDecisionsReviewed: 1,
        administrativeDecisionsReviewedLate: 0,
        normativeDocuments: 4,
        normativeDocumentsReviewed: 2,
        normativeDocumentsReviewedLate: 2,
      },
      contacts: { meetingsAndVisits: 40, meetings: 30, visits: 10, studyVisits: 7 },
      rules: { enforcementRulesAdopted: 40, normativeDocumentsAdopted: 5, powersDelegated: 2, powersWithdrawn: 2 },
      honours: {
        honours: 6,
        honoursNational: 1,
        honoursProvincial: 0,
        honoursCity: 2,
        individualHonours: 3,
        demoVillages: 9,
      },
      disclosure: { disclosuresDue: 8, disclosuresOnTime: 4, disclosuresLate: 3 },
      facilities: {
        camerasInstalled: 1,
        terminalsInstalled: 8,
        recordersInstalled: 4,
        otherInstalled: 30,
        otherRetired: 22,
        roomsOpened: 2,
      },
      'establishment.facilities': { functionRooms: 15, smartCentreArea: 600.5, cameras: 5, terminals: 8, pickups: 3 },
      'establishment.organisation': { sections: 13, legalAidCentres: 1 },
      manual: {
        heatedArea: 1234.56,
        energySavingRate: 99.25,
        goalsAchieved: 3,
        goalsPartlyAchieved: 1,
        goalsMissed: 1,
      },
    }),
  );
});

it('plays the two reports of one bureau and year together', async () => {
  const files = await Promise.all(['ziyang-2022-corrections', 'ziyang-2022-department'].map(load));
  const world = new World([line]);
  const stage = { bureau: BUREAU, offices: OFFICES, seed: '1' };
  await play(await commandsOf(files, world.registry, withoutRegistering, stage, { partial: true }), world.handler);
  await world.projector.catchUp();
  for (const file of files) {
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
  }
});

const SECTIONS = cases.map(({ section }) => section);

it.each([
  ['dawukou-2020-transfer', 6],
  ['ziyang-2022-department', 16],
  ['ziyang-2022-corrections', 5],
  ['funing-2020-targets', 2],
  ['taojiang-2023-corrections', 8],
])('%s: all %d rows that speak of this line say what the log says', async (name, rows) => {
  const file = await load(name);
  const { world } = await playCase(file, [line]);
  const figures = await readRows(file, world.registry, world.ledger, wholeBureau);
  const own = figures.filter(({ row }) =>
    row.derivations.some(({ expression }) =>
      spokenIn(parseFormula(expression)).some((path) => SECTIONS.includes(sectionOf(path))),
    ),
  );
  expect(own.map(({ row, match, value }) => [row.id, match, Number(value?.value)])).toEqual(
    own.map(({ row }) => [row.id, row.derivations[0]?.match, row.derivations[0]?.result]),
  );
  expect(own).toHaveLength(rows);
});

describe('counts that cannot come true', () => {
  it.each([
    [{ manual: { moodRate: 99 } }, 'activity.manual.moodRate: unknown key'],
    [
      { legalReview: { majorDecisions: 3, reviewedBeforeDecision: 2, reviewedAfterDecision: 2 } },
      'reviewedBeforeDecision + reviewedAfterDecision is more than majorDecisions (3)',
    ],
    [{ contacts: { meetingsAndVisits: 3, meetings: 4 } }, 'meetings + visits is more than meetingsAndVisits (3)'],
    [
      { contacts: { meetingsAndVisits: 9, meetings: 4, visits: 4 } },
      'meetings + visits is less than meetingsAndVisits',
    ],
    [{ rules: { powersWithdrawn: 1 } }, 'powersWithdrawn is more than powersDelegated (0)'],
    [{ honours: { honours: 1, honoursCity: 2 } }, 'is more than honours (1)'],
    [{ disclosure: { disclosuresDue: 2, disclosuresOnTime: 3 } }, 'is more than disclosuresDue (2)'],
    [{ facilities: { otherInstalled: 2, otherRetired: 3 } }, 'otherRetired is more than otherInstalled (2)'],
    [
      { facilities: { roomsOpened: 3 }, 'establishment.facilities': { functionRooms: 2 } },
      'establishment.facilities: facilities.roomsOpened is more than functionRooms (2)',
    ],
  ])('%j is refused by name', async (activity, message) => {
    const attempt = commandsFor(await varied(activity as unknown as Activity), new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });
});
