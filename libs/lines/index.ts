import type { LineDefinition } from '#application/define-line.js';
import { corrections } from './corrections/index.js';
import { litigation } from './litigation/index.js';
import { reconsideration } from './reconsideration/index.js';

/** The business lines there are, one per row, alphabetical. */
export const lines: readonly LineDefinition[] = [
  corrections, //
  litigation,
  reconsideration,
];
