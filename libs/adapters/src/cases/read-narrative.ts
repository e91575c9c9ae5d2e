import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseFile } from '#application/case-file.js';
import { type Narrative, UnusableNarrative, parseNarrative } from '#application/documents/narrative.js';
import { plainNarrative } from '#application/documents/plain-narrative.js';
import type { Registry } from '#application/registry.js';

/** Where the running text of a case lies: beside it, `narratives/<caseId>.txt`. */
export const narrativePath = (casePath: string, { caseId }: CaseFile): string =>
  join(dirname(casePath), 'narratives', `${caseId}.txt`);

/**
 * Reads the narrative of a case; one that brings none gets the sentences of its lines and its own rows.
 * @throws UnusableNarrative naming the file and every line that is none
 */
export const readNarrative = async (casePath: string, file: CaseFile, registry: Registry): Promise<Narrative> => {
  const path = narrativePath(casePath, file);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined)
    return parseNarrative(
      plainNarrative(
        file,
        registry.lines.flatMap(({ reports = [] }) => reports),
      ),
    );
  try {
    return parseNarrative(text);
  } catch (error) {
    if (error instanceof UnusableNarrative) throw new UnusableNarrative(error.faults, path);
    throw error;
  }
};
