import { appendFile, readFile } from 'node:fs/promises';
import type { Drill } from '#application/backup/desk.js';
import { type Series, placeIn } from './series.js';

const fileOf = (series: Series): string => placeIn(series, 'drills.jsonl').file;

/** Writes a drill down, one line of JSON. */
export const recordDrill = (series: Series, drill: Drill): Promise<void> =>
  appendFile(fileOf(series), `${JSON.stringify(drill)}\n`, { mode: 0o600, flush: true });

/** All drills of a series, oldest first; a line that was cut short by a crash is passed over. */
export const drillsOf = async (series: Series): Promise<readonly Drill[]> => {
  const text = await readFile(fileOf(series), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Drill];
    } catch {
      return [];
    }
  });
};
