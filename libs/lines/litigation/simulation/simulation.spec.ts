import { type CaseFile, countedAt, leavesOf } from '#application/case-file.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { checkIdentities } from '#application/check-identities.js';
import { UnplayableCase, meaningOf, play } from '#application/simulate.js';
import { addDays } from '#kernel/dates.js';
import { caseFile, commandsFor, wholeBureau } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { litigation as line } from '../index.js';
import { cases } from './index.js';

const SECTION = 'litigation';

/** Every leaf that is a figure: as the file gives it, and as the log does. */
const compared = async (file: CaseFile, { ledger, registry }: World) => {
  const given: Record<string, number> = {};
  const found: Record<string, number> = {};
  for (const [leaf, value] of Object.entries(leavesOf(file).get(SECTION) ?? {})) {
    const meaning = meaningOf(cases, leaf);
    if (meaning === null || meaning === undefined || (typeof meaning === 'object' && 'sumOf' in meaning)) continue;
    const [code, opening] = typeof meaning === 'string' ? [meaning, false] : [meaning.indicator, true];
    const { from } = file.period;
    const period = opening
      ? { scheme: 'CUSTOM' as const, from: `${Number(from.slice(0, 4)) - 1}-01-01`, to: addDays(from, -1) }
      : { scheme: 'CUSTOM' as const, from, to: countedAt(file) };
    const [figure] = await evaluateIndicators(ledger, registry, wholeBureau, period, [code]);
    given[leaf] = value;
    found[leaf] = Number(figure?.value);
  }
  return { given, found };
};

/** A case with leaves put over those of this section; `undefined` takes one away. */
const changed = async (name: string, leaves: Readonly<Record<string, number | undefined>>) => {
  const file = structuredClone(await caseFile(name)) as unknown as {
    activity: Record<string, Record<string, object | string>>;
  };
  const section = (file.activity[SECTION] ??= {});
  for (const [leaf, value] of Object.entries(leaves))
    if (value === undefined) delete section[leaf];
    else section[leaf] = { value, unit: '件', assumed: false };
  return file as unknown as CaseFile;
};
const comesTrue = async (file: CaseFile, seed?: string) => {
  const world = new World([line]);
  world.now = new Date('2025-03-01T10:00:00+08:00');
  const commands = await commandsFor(file, world, seed);
  await play(commands, world.handler);
  await world.projector.catchUp();
  const { given, found } = await compared(file, world);
  expect(found).toEqual(given);
  const { from } = file.period;
  const period = { scheme: 'CUSTOM' as const, from, to: countedAt(file) };
  expect(await checkIdentities(world.ledger, world.registry, wholeBureau, period)).toEqual([]);
  return { commands };
};

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
    const { commands } = await comesTrue(await changed('ziyang-2022-department', usual), seed);
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
