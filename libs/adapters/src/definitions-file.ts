import { parse } from 'yaml';
import type { HandedIn } from '#application/define-own.js';

/** A file of definitions that cannot be read. */
export class UnreadableDefinitions extends Error {}

/** Reads `measures` and `indicators` from YAML or JSON. @throws UnreadableDefinitions */
export const readDefinitionsFile = (text: string): HandedIn => {
  let found: unknown;
  try {
    found = parse(text);
  } catch (error) {
    throw new UnreadableDefinitions((error as Error).message);
  }
  const { measures = [], indicators = [], ...unknown } = (found ?? {}) as Record<string, unknown>;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new UnreadableDefinitions(`unknown key "${name}"`);
  if (!Array.isArray(measures) || !Array.isArray(indicators))
    throw new UnreadableDefinitions('measures and indicators are lists');
  return { measures, indicators };
};
