import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import { caseFile, comesTrue as comesTrueFor, commandsFor, withLeaves } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { litigation as line } from '../index.js';

const comesTrue = (file: CaseFile, seed?: string) => comesTrueFor(file, [line], seed);
const changed = async (name: string, leaves: Readonly<Record<string, number | undefined>>) =>
  withLeaves(await caseFile(name), 'litigation', leaves);

const usual = {
  openingOpen: 4,
  closingOpen: 5,
  notices: 22,
  noticesSecond: 3,
  afterReconsideration: 6,
  finals: 18,
  won: 11,
  lost: 4,
  partlyLost: 2,
  settled: 1,
  hearingsRequired: 20,
  hearingsAttended: 18,
  answersDue: 17,
  answersOnTime: 16,
  adviceReceived: 3,
  adviceAnswered: 2,
};

it.each(['1', 'other', 'third'])(
  'a year of suits comes true, whatever the seed (%s), nothing refused',
  async (seed) => {
    const commands = await comesTrue(await changed('ziyang-2022-department', usual), seed);
    expect(commands.length).toBeGreaterThan(70);
  },
);

it.each(['taojiang-2023-corrections', 'funing-2020-targets', 'dawukou-2020-transfer'])(
  'so does a small year in the window of %s, where little is counted',
  async (name) => {
    await comesTrue(await changed(name, { notices: 3, finals: 2 }));
    await comesTrue(await changed(name, { openingOpen: 2, noticesFirst: 1, lost: 1, closingOpen: 2 }));
    await comesTrue(await changed(name, {}));
  },
);

it('is the same for the same seed, and another for another one', async () => {
  const file = await changed('ziyang-2022-department', usual);
  const written = async (seed: string) => (await commandsFor(file, new World([line]), seed)).map(({ data }) => data);
  expect(await written('1')).toEqual(await written('1'));
  expect(await written('1')).not.toEqual(await written('2'));
});

describe('counts that cannot come true', () => {
  it.each([
    ['byPost', 3, 'activity.litigation.byPost: unknown key'],
    ['closingOpen', 7, 'closingOpen is 7, openingOpen + notices − finals leave 5'],
    ['finals', 17, 'finals is 17, won, lost, partlyLost and settled are 18'],
    ['finals', 19, 'finals is 19, won, lost, partlyLost and settled are 18'],
    ['noticesSecond', 30, 'noticesSecond is more than notices (22)'],
    ['noticesFirst', 21, 'notices is 22, first and second instance are more or less'],
    ['answersDue', 20, 'answersDue 20'],
    ['answersOnTime', 18, 'answersOnTime 18'],
    ['hearingsAttended', 21, 'hearingsAttended is more than hearingsRequired (20)'],
    ['afterReconsideration', 20, 'afterReconsideration is more than the 19 suits that began'],
    ['adviceAnswered', 4, 'adviceAnswered 4 is more than adviceReceived 3'],
  ])('%s %d is refused by name', async (leaf, value, message) => {
    const attempt = commandsFor(
      await changed('ziyang-2022-department', { ...usual, [leaf]: value }),
      new World([line]),
    );
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });
});
