import { join } from 'node:path';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import type { CaseFile } from '#application/case-file.js';
import type { LineDefinition } from '#application/define-line.js';
import { CaseFigures, figuresOf } from '#application/case-figures.js';
import { countedAt, leavesOf } from '#application/case-file.js';
import { checkIdentities } from '#application/check-identities.js';
import { bindingsOf, commandsOf, play, withoutRegistering } from '#application/simulate.js';
import type { Command } from '#kernel/command.js';
import { BUREAU, OFFICES, World } from './world.js';

/** One of the published reports. */
export const caseFile = (name: string): Promise<CaseFile> =>
  readCaseFile(join(__dirname, '../../cases', `${name}.json`));

export const commandsFor = (file: CaseFile, world: World, seed = '1'): Promise<readonly Command[]> =>
  commandsOf([file], world.registry, withoutRegistering, { bureau: BUREAU, offices: OFFICES, seed }, { partial: true });

/** The year of a case file, sent at the end of the year after through the front door of a world in memory and projected. */
export const playCase = async (
  file: CaseFile,
  lines: readonly LineDefinition[],
  seed = '1',
): Promise<{ world: World; commands: readonly Command[] }> => {
  const world = new World(lines);
  world.now = new Date(`${file.fiscalYear + 1}-12-31T10:00:00+08:00`);
  const commands = await commandsFor(file, world, seed);
  await play(commands, world.handler);
  await world.projector.catchUp();
  return { world, commands };
};

export const wholeBureau = { bureau: BUREAU, offices: [BUREAU, ...OFFICES] };

const ROOTS = ['funds', 'establishment'];
const pathOf = (section: string, leaf: string): string =>
  ROOTS.includes(section.split('.')[0] ?? '') ? `${section}.${leaf}` : `activity.${section}.${leaf}`;

/** The leaves of the lines' sections that are figures, as the file counts them and as the log gives them. */
export const countedLeaves = async (
  file: CaseFile,
  { registry, ledger }: World,
): Promise<{
  readonly file: Readonly<Record<string, number>>;
  readonly log: Readonly<Record<string, number | null>>;
}> => {
  const known = new Set(bindingsOf(registry).map(({ section }) => section));
  const leaves = [...leavesOf(file)].flatMap(([section, counts]) =>
    known.has(section) ? Object.entries(counts).map(([leaf, value]) => [pathOf(section, leaf), value] as const) : [],
  );
  const figures = leaves.filter(([path]) => (figuresOf(file, registry, path) ?? []).length > 0);
  const on = countedAt(file);
  const read = await CaseFigures.readPaths(
    file,
    registry,
    ledger,
    wholeBureau,
    figures.map(([path]) => path),
  );
  return {
    file: Object.fromEntries(figures),
    log: Object.fromEntries(figures.map(([path]) => [path, read.at(path, on)?.toNumber() ?? null])),
  };
};

/** A case with leaves put over those of a section; `undefined` takes one away. */
export const withLeaves = (
  file: CaseFile,
  section: string,
  leaves: Readonly<Record<string, number | undefined>>,
): CaseFile => {
  const copy = structuredClone(file) as unknown as { activity: Record<string, Record<string, object>> };
  const counts = (copy.activity[section] ??= {});
  for (const [leaf, value] of Object.entries(leaves))
    if (value === undefined) delete counts[leaf];
    else counts[leaf] = { value, unit: '件', assumed: false };
  return copy as unknown as CaseFile;
};

/** Plays a case and expects every figure of its lines to be what the file says, and no identity broken. */
export const comesTrue = async (
  file: CaseFile,
  lines: readonly LineDefinition[],
  seed?: string,
): Promise<readonly Command[]> => {
  const { world, commands } = await playCase(file, lines, seed);
  const counted = await countedLeaves(file, world);
  expect(counted.log).toEqual(counted.file);
  const period = { scheme: 'CUSTOM' as const, from: file.period.from, to: countedAt(file) };
  expect(await checkIdentities(world.ledger, world.registry, wholeBureau, period)).toEqual([]);
  return commands;
};
