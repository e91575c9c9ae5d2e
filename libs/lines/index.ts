import type { LineDefinition } from '#application/define-line.js';
import { aftercare } from './aftercare/index.js';
import { corrections } from './corrections/index.js';

/** The business lines there are, one per row, alphabetical. */
export const lines: readonly LineDefinition[] = [
  aftercare, //
  corrections,
];
