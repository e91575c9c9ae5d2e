import { join } from 'node:path';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import type { CaseFile } from '#application/case-file.js';
import type { LineDefinition } from '#application/define-line.js';
import { CaseFigures, figuresOf } from '#application/case-figures.js';
import { countedAt, leavesOf } from '#application/case-file.js';
import { bindingsOf, commandsOf, play, withoutRegistering } from '#application/simulate.js';
import type { Command } from '#kernel/command.js';
import { BUREAU, OFFICES, World } from './world.js';

/** One of the published reports. */
export const caseFile = (name: string): Promise<CaseFile> =>
  readCaseFile(join(__dirname, '../../cases', `${name}.json`));

export const commandsFor = (file: CaseFile, world: World, seed = '1'): Promise<readonly Command[]> =>
  commandsOf([file], world.registry, withoutRegistering, { bureau: BUREAU, offices: OFFICES, seed }, { partial: true });

/** The year of a case file, sent through the front door of a world in memory and projected. */
export const playCase = async (
  file: CaseFile,
  lines: readonly LineDefinition[],
  seed = '1',
): Promise<{ world: World; commands: readonly Command[] }> => {
  const world = new World(lines);
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
