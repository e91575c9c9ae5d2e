import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import { caseFile, comesTrue as comesTrueFor, commandsFor, withLeaves } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { reconsideration as line } from '../index.js';

const comesTrue = (file: CaseFile, seed?: string) => comesTrueFor(file, [line], seed);
const changed = async (name: string, leaves: Readonly<Record<string, number | undefined>>) =>
  withLeaves(await caseFile(name), 'reconsideration', leaves);
/** The same year, some years later. */
const inYear = (file: CaseFile, year: string): CaseFile => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  return {
    ...file,
    fiscalYear: Number(year),
    period: { ...file.period, from, to, asOf: to },
    activity: { ...file.activity, window: { from, to } },
  } as unknown as CaseFile;
};

describe.each(['ziyang-2022-department', 'funing-2020-targets'])('%s', (name) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s), with nothing refused', async (seed) => {
    const commands = await comesTrue(await caseFile(name), seed);
    expect(commands.length).toBeGreaterThan(100);
  });
  it('is the same for the same seed and another for another one', async () => {
    const file = await caseFile(name);
    const written = async (seed: string) => (await commandsFor(file, new World([line]), seed)).map(({ data }) => data);
    expect(await written('1')).toEqual(await written('1'));
    expect(await written('1')).not.toEqual(await written('2'));
  });
});

it('spreads over the months of the window and stays within it', async () => {
  const file = await caseFile('ziyang-2022-department');
  const commands = await commandsFor(file, new World([line]));
  const received = commands
    .filter(({ type }) => type === 'reconsideration.ReceiveApplication')
    .map(({ data }) => (data as { receivedOn: string }).receivedOn);
  expect(new Set(received.map((day) => day.slice(0, 7))).size).toBeGreaterThan(8);
  expect(received.every((day) => day >= '2022-01-01' && day <= '2022-12-31')).toBe(true);
});

/** What reports may print besides. */
const more = {
  received: 70,
  notAccepted: 6,
  referred: 3,
  abandoned: 2,
  settledBefore: 8,
  upheld: 9,
  revokedRemade: 3,
  declaredUnlawful: 2,
  mediated: 10,
  withdrawn: 7,
  ended: 1,
  decisionsLitigated: 4,
  contested: 6,
  opinionLetters: 3,
  suggestions: 2,
  lettersAnswered: 4,
  suspended: 3,
  extended: 4,
  supplemented: 3,
};

it('plays what reports do not print as well, late and overdue cases among it', async () => {
  await comesTrue(await changed('ziyang-2022-department', { ...more, dueInPeriod: 49, concludedOnTime: 44 }));
  await comesTrue(await changed('ziyang-2022-department', { dueInPeriod: 53, concludedOnTime: 47 }));
  await comesTrue(
    await changed('ziyang-2022-department', {
      openingOpen: 5,
      dueInPeriod: 2,
      concludedOnTime: 2,
      accepted: 10,
      concluded: 9,
    }),
  );
});

it.each(['1', '2'])('plays a year under the revised law (seed %s)', async (seed) => {
  const leaves = { ...more, acceptedSummary: 12, agreementLiability: 1, dueInPeriod: 49, concludedOnTime: 44 };
  await comesTrue(inYear(await changed('ziyang-2022-department', leaves), '2024'), seed);
});

describe('counts that cannot come true', () => {
  it.each([
    ['byPost', 3, 'activity.reconsideration.byPost: unknown key'],
    ['closingOpen', 7, 'closingOpen is 7, openingOpen + accepted − concluded leave 6'],
    ['decisions', 40, 'concluded is 49, decisions, mediated, withdrawn and ended are 40'],
    ['mediated', 60, 'mediated + withdrawn + ended is more than concluded'],
    ['upheld', 60, 'decisions is 49, their outcomes are 60'],
    ['dueInPeriod', 56, 'dueInPeriod 56 is more than openingOpen + accepted 55'],
    ['concludedOnTime', 48, 'concludedOnTime 48 is more than dueInPeriod 47'],
    ['received', 49, 'received is 49, accepted and its other parts are 50'],
    ['decisionsLitigated', 50, 'decisionsLitigated: 50 wanted'],
    ['lettersAnswered', 1, 'lettersAnswered 1 is more than the 0 letters'],
    ['suspended', 43, 'are more than cases due and on time'],
    ['acceptedSummary', 1, 'there was no summary procedure before 2024'],
  ])('%s %d is refused by name', async (leaf, value, message) => {
    const attempt = commandsFor(await changed('ziyang-2022-department', { [leaf]: value }), new World([line]));
    await expect(attempt).rejects.toThrow(UnplayableCase);
    await expect(attempt).rejects.toThrow(message);
  });
});
