import type { CaseFile } from '#application/case-file.js';
import { UnplayableCase } from '#application/simulate.js';
import { caseFile, commandsFor, countedLeaves, playCase } from '../../../../test/support/played-case.js';
import { OFFICES, World } from '../../../../test/support/world.js';
import { surveys } from '../index.js';

const changed = async (name: string, leaves: Readonly<Record<string, number>>): Promise<CaseFile> => {
  const file = structuredClone(await caseFile(name)) as unknown as {
    activity: { surveys: Record<string, object> };
  };
  for (const [leaf, value] of Object.entries(leaves))
    file.activity.surveys[leaf] = { value, unit: '份', assumed: true, reason: 'spec' };
  return file as unknown as CaseFile;
};

describe.each([
  ['dawukou-2020-transfer', 2],
  ['funing-2020-targets', 22],
  ['ziyang-2022-corrections', 6],
  ['ziyang-2022-department', 4],
])('%s', (name, leaves) => {
  it.each(['1', 'other'])('comes true, whatever the seed (%s)', async (seed) => {
    const file = await caseFile(name);
    const { world } = await playCase(file, [surveys], seed);
    const counted = await countedLeaves(file, world);
    expect(counted.log).toEqual(counted.file);
    expect(Object.keys(counted.file)).toHaveLength(leaves);
  });
  it('is the same for the same seed, another for another, and within the window', async () => {
    const file = await caseFile(name);
    const world = new World([surveys]);
    const commands = await commandsFor(file, world);
    expect(await commandsFor(file, world)).toEqual(commands);
    expect((await commandsFor(file, world, '2')).map(({ data }) => data)).not.toEqual(commands.map(({ data }) => data));
    const days = commands.flatMap(({ data }) => Object.entries(data)).filter(([field]) => field.endsWith('On'));
    const { from, to } = file.activity.window;
    expect(days.every(([, day]) => String(day) >= from && String(day) <= to)).toBe(true);
    expect(commands.every(({ office }) => (OFFICES as readonly string[]).includes(office))).toBe(true);
  });
});

it('reckons the rates of a report by topic', async () => {
  const { world } = await playCase(await caseFile('ziyang-2022-corrections'), [surveys]);
  const codes = ['SV-01-legal-aid', 'SV-01-subjects', 'SV-01-residents', 'SV-08-small'];
  expect(await world.figures('2022', codes)).toEqual({
    'SV-01-legal-aid': '98.5',
    'SV-01-subjects': '96.5',
    'SV-01-residents': '95',
    'SV-08-small': '0',
  });
});

it('issues what a bureau says was issued', async () => {
  const file = await changed('ziyang-2022-department', { issued: 431 });
  const { world } = await playCase(file, [surveys]);
  const counted = await countedLeaves(file, world);
  expect(counted.log).toEqual(counted.file);
});

it.each([
  [{ legalAidSatisfied: 201 }, 'legalAidSatisfied is more than legalAidValid (200)'],
  [{ residentsSatisfied: 1 }, 'residentsSatisfied is more than residentsValid (0)'],
  [{ issued: 399 }, 'legalAidValid + mediationValid is more than issued (399)'],
  [{ notaryValid: 3 }, 'activity.surveys.notaryValid: unknown key'],
])('refuses counts that cannot come true: %j', async (leaves, message) => {
  const attempt = commandsFor(await changed('ziyang-2022-department', leaves), new World([surveys]));
  await expect(attempt).rejects.toThrow(UnplayableCase);
  await expect(attempt).rejects.toThrow(message);
});
