import type { LineDefinition } from '#application/define-line.js';
import { SettingsFault } from './settings-check.js';

/**
 * The lines a process runs: those named, with commas between, or all. What is decided about persons is always among them: whose
 * record is sealed is asked whatever else runs. @throws SettingsFault for a name nobody has
 */
export const chooseLines = (all: readonly LineDefinition[], named: string | undefined): readonly LineDefinition[] => {
  if (named === undefined) return all;
  const codes = named.split(',');
  const unknown = codes.filter((code) => !all.some((line) => line.code === code));
  if (unknown.length > 0)
    throw new SettingsFault([
      `LINES: no line is called ${unknown.join(', ')}; there are ${all.map(({ code }) => code).join(', ')}`,
    ]);
  return all.filter(({ code, people }) => codes.includes(code) || people !== undefined);
};
