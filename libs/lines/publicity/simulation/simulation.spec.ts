import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import { caseFile, commandsFor, countedLeaves, playCase } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { publicity } from '../index.js';

const changed = async (name: string, leaves: Readonly<Record<string, number>>): Promise<CaseFile> => {
  const file = structuredClone(await caseFile(name)) as unknown as {
    activity: { publicity: Record<string, object> };
  };
  for (const [leaf, value] of Object.entries(leaves))
    file.activity.publicity[leaf] = { value, unit: '个', assumed: true, reason: 'spec' };
  return file as unknown as CaseFile;
};

describe.each([
  ['funing-2020-targets', 7],
  ['ziyang-2022-department', 1],
])('%s', (name, leaves) => {
  it.each(['1', 'other'])('comes true, whatever the seed (%s)', async (seed) => {
    const file = await caseFile(name);
    const { world } = await playCase(file, [publicity], seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(leaves);
  });
  it('is the same for the same seed, another for another, and within the window', async () => {
    const file = await caseFile(name);
    const world = new World([publicity]);
    const commands = await commandsFor(file, world);
    expect(await commandsFor(file, world)).toEqual(commands);
    expect((await commandsFor(file, world, '2')).map(({ data }) => data)).not.toEqual(commands.map(({ data }) => data));
    const { from, to } = file.activity.window;
    const dated = commands.flatMap(({ data }) => Object.entries(data).filter(([field]) => field.endsWith('On')));
    const outside = dated.filter(([, day]) => String(day) < from || String(day) > to);
    expect([...new Set(outside.map(([field]) => field))].filter((field) => field !== 'listedOn')).toEqual([]);
  });
});

it('reckons coverage, and waits for the surveys to say how satisfied people were', async () => {
  const { world } = await playCase(await caseFile('funing-2020-targets'), [publicity]);
  expect(await world.figures('2020', ['PL-03', 'PL-05', 'PL-06', 'PL-09-places'])).toEqual({
    'PL-03': '75',
    'PL-05': null,
    'PL-06': null,
    'PL-09-places': '1',
  });
});

it.each<Readonly<Record<string, number>>>([
  {
    sessionsHeld: 40,
    activitiesHeld: 40,
    sessionsPlanned: 30,
    constitutionSessionsHeld: 6,
    minorsSessionsHeld: 4,
    minorsAttendance: 399,
    attendance: 5000,
    awarenessTested: 700,
    awarenessPassed: 601,
    copiesHandedOut: 3001,
  },
  { activitiesHeld: 3, sessionsPlanned: 9, awarenessTested: 999 },
  { activitiesHeld: 0, sessionsPlanned: 2 },
  { villages: 30, villagesCovered: 30, demoVillagesAwarded: 5, villageCounsels: 30, counselDuties: 1311 },
  { copiesPrinted: 2, copiesDistributed: 2, mediaPublished: 24, mediaReads: 100_000 },
  { cultureScenes: 9, culturePlaces: 2, demoVillagesAwarded: 2 },
])('plays what reports do not print as well: %j', async (leaves) => {
  const file = await changed('ziyang-2022-department', leaves);
  const { world } = await playCase(file, [publicity]);
  const counted = await countedLeaves(file, world);
  expect(counted.log).toEqual(counted.file);
});

it.each([
  [{ sessionsHeld: 105 }, 'sessionsHeld (105) is not activitiesHeld (106)'],
  [{ legalAidSessionsHeld: 107 }, 'legalAidSessionsHeld is more than activitiesHeld (106)'],
  [{ legalAidAttendance: 5 }, 'legalAidAttendance: 5 in no session'],
  [{ attendance: 5, awarenessTested: 6 }, 'awarenessTested: 6 of 5 who came'],
  [{ awarenessPassed: 6 }, 'awarenessPassed is more than awarenessTested (0)'],
  [{ villages: 9, villagesCovered: 10 }, 'villagesCovered is more than villages (9)'],
  [{ activitiesHeld: 0, villagesCovered: 10 }, 'villagesCovered: 10 in no session'],
  [{ villages: 9, demoVillagesAwarded: 10 }, 'demoVillagesAwarded is more than villages (9)'],
  [{ copiesPrinted: 9, copiesDistributed: 10 }, 'copiesDistributed is more than copiesPrinted (9)'],
  [{ counselDuties: 4 }, 'counselDuties: 4 of no counsel'],
  [{ cultureScenes: 4, culturePlaces: 0 }, 'cultureScenes: 4 in no place'],
  [{ mediaReads: 4 }, 'mediaReads: 4 of nothing published'],
  [{ parades: 1 }, 'activity.publicity.parades: unknown key'],
])('refuses counts that cannot come true: %j', async (leaves, message) => {
  const attempt = commandsFor(await changed('ziyang-2022-department', leaves), new World([publicity]));
  await expect(attempt).rejects.toThrow(UnplayableCase);
  await expect(attempt).rejects.toThrow(message);
});
