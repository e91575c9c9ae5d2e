import { join } from 'node:path';
import { readCaseFile } from '#adapters/cases/read-case-file.js';
import type { CaseFile } from '#application/case-file.js';
import type { LineDefinition } from '#application/define-line.js';
import { commandsOf, play, withoutRegistering } from '#application/simulate.js';
import type { Command } from '#kernel/command.js';
import { BUREAU, OFFICES, World } from './world.js';

/** One of the published reports. */
export const caseFile = (name: string): Promise<CaseFile> =>
  readCaseFile(join(__dirname, '../../cases', `${name}.json`));

export const commandsFor = (file: CaseFile, world: World, seed = '1'): Promise<readonly Command[]> =>
  commandsOf(file, world.registry, withoutRegistering, { bureau: BUREAU, offices: OFFICES, seed });

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
