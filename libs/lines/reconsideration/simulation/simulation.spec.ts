import { type CaseFile, countedAt, leavesOf } from '#application/case-file.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { checkIdentities } from '#application/check-identities.js';
import { UnplayableCase, meaningOf, play } from '#application/simulate.js';
import { addDays } from '#kernel/dates.js';
import { caseFile, commandsFor, wholeBureau } from '../../../../test/support/played-case.js';
import { World } from '../../../../test/support/world.js';
import { reconsideration as line } from '../index.js';
import { cases } from './index.js';

const SECTION = 'reconsideration';

/** Every leaf that is a figure: as the file gives it, and as the log does. */
const compared = async (file: CaseFile, { ledger, registry }: World) => {
  const given: Record<string, number> = {};
  const found: Record<string, number> = {};
  for (const [leaf, value] of Object.entries(leavesOf(file).get(SECTION) ?? {})) {
    const meaning = meaningOf(cases, leaf);
    if (meaning === null || meaning === undefined) continue;
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
const changed = async (name: string, leaves: Readonly<Record<string, number | undefined>>, year?: string) => {
  const file = structuredClone(await caseFile(name)) as unknown as {
    period: Record<string, string>;
    activity: Record<string, Record<string, object | string>>;
  };
  const section = (file.activity[SECTION] ??= {});
  for (const [leaf, value] of Object.entries(leaves))
    if (value === undefined) delete section[leaf];
    else section[leaf] = { value, unit: '件', assumed: false };
  if (year !== undefined) {
    Object.assign(file, { fiscalYear: Number(year) });
    Object.assign(file.period, { from: `${year}-01-01`, to: `${year}-12-31`, asOf: `${year}-12-31` });
    file.activity['window'] = { from: `${year}-01-01`, to: `${year}-12-31` };
  }
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

describe.each(['ziyang-2022-department', 'funing-2020-targets'])('%s', (name) => {
  it.each(['1', 'other'])('comes true from the events, whatever the seed (%s), with nothing refused', async (seed) => {
    const { commands } = await comesTrue(await caseFile(name), seed);
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
  await comesTrue(await changed('ziyang-2022-department', leaves, '2024'), seed);
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
