import type { LineDefinition } from '#application/define-line.js';
import { corrections } from './corrections/index.js';
import { legalAid } from './legal-aid/index.js';

/** The business lines there are, one per row, alphabetical. */
export const lines: readonly LineDefinition[] = [
  corrections, //
  legalAid,
];
