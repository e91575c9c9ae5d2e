import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import { caseFile, commandsFor, countedLeaves, playCase } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { training } from '../index.js';

const changed = async (name: string, leaves: Readonly<Record<string, number>>): Promise<CaseFile> => {
  const file = structuredClone(await caseFile(name)) as unknown as {
    activity: { training: Record<string, object> };
  };
  for (const [leaf, value] of Object.entries(leaves))
    file.activity.training[leaf] = { value, unit: '人', assumed: true, reason: 'spec' };
  return file as unknown as CaseFile;
};

describe.each([
  ['funing-2020-targets', 10],
  ['taojiang-2023-corrections', 3],
  ['ziyang-2022-department', 1],
])('%s', (name, leaves) => {
  it.each(['1', 'other'])('comes true, whatever the seed (%s)', async (seed) => {
    const file = await caseFile(name);
    const { world } = await playCase(file, [training], seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(leaves);
  });
  it('is the same for the same seed, another for another, and within the window', async () => {
    const file = await caseFile(name);
    const world = new World([training]);
    const commands = await commandsFor(file, world);
    expect(await commandsFor(file, world)).toEqual(commands);
    expect((await commandsFor(file, world, '2')).map(({ data }) => data)).not.toEqual(commands.map(({ data }) => data));
    const { from, to } = file.activity.window;
    for (const { type, data } of commands)
      for (const [field, day] of Object.entries(data))
        if (field.endsWith('On'))
          expect([type, day, String(day) >= from === !type.endsWith('PostOfficer') && String(day) <= to]).toEqual([
            type,
            day,
            true,
          ]);
  });
});

it('reckons the rates of a report', async () => {
  const { world } = await playCase(await caseFile('funing-2020-targets'), [training]);
  const codes = ['TR-03', 'TR-03-trainees', 'TR-04', 'TR-05', 'TR-06', 'TR-06-office'];
  expect(await world.figures('2020', codes)).toEqual({
    'TR-03': '75',
    'TR-03-trainees': '75',
    'TR-04': '60',
    'TR-05': '75',
    'TR-06': '95',
    'TR-06-office': '95',
  });
});

const WANTED = { sessionsHeld: 20, lecturesHeld: 12, meetingsHeld: 3, coursesHeld: 5, sessionsPlanned: 7 };
it.each<Readonly<Record<string, number>>>([
  { ...WANTED, trainees: 901, traineesAssessed: 500, traineesQualified: 400, officeHeads: 9, officeHeadsTrained: 9 },
  { ...WANTED, traineesQualified: 40, officeHeads: 9, officeHeadsTrained: 3 },
  { licenceExaminees: 41, licencePassed: 40, competitionsHeld: 2, competitionSubjects: 9, competitionParticipants: 80 },
  { officeStaffAppraised: 5, officeStaffQualified: 0 },
])('plays what reports do not print as well: %j', async (leaves) => {
  const file = await changed('ziyang-2022-department', leaves);
  const { world } = await playCase(file, [training]);
  const counted = await countedLeaves(file, world);
  expect(counted.log).toEqual(counted.file);
});

it.each([
  [{ sessionsHeld: 11 }, 'coursesHeld + lecturesHeld + meetingsHeld is more than sessionsHeld (11)'],
  [{ sessionsHeld: 14, coursesHeld: 1 }, 'sessionsHeld: 1 more than coursesHeld + lecturesHeld + meetingsHeld'],
  [{ trainees: 11 }, 'trainees: 11 in 12 sessions'],
  [{ lecturesHeld: 0, trainees: 5 }, 'trainees: 5 in 0 sessions'],
  [{ trainees: 60, traineesQualified: 61 }, 'traineesQualified: 61 of 60 assessed'],
  [{ trainees: 60, traineesAssessed: 61 }, 'trainees: 60 for 61 assessed'],
  [{ officeHeads: 3, officeHeadsTrained: 4 }, 'officeHeadsTrained is more than officeHeads (3)'],
  [{ allStaffAppraised: 9, officeStaffAppraised: 10 }, 'officeStaffAppraised is more than allStaffAppraised (9)'],
  [{ allStaffAppraised: 9, allStaffQualified: 10 }, 'allStaffQualified: 10 of 9 bureau staff'],
  [{ licencePassed: 1 }, 'licencePassed is more than licenceExaminees (0)'],
  [{ competitionSubjects: 6 }, 'competitionSubjects: 6 in 0 competitions'],
  [{ excursions: 1 }, 'activity.training.excursions: unknown key'],
])('refuses counts that cannot come true: %j', async (leaves, message) => {
  const attempt = commandsFor(await changed('ziyang-2022-department', leaves), new World([training]));
  await expect(attempt).rejects.toThrow(UnplayableCase);
  await expect(attempt).rejects.toThrow(message);
});
