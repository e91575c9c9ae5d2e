import type { LineDefinition } from '#application/define-line.js';
import { corrections } from './corrections/index.js';
import { publicity } from './publicity/index.js';
import { surveys } from './surveys/index.js';
import { training } from './training/index.js';

/** The business lines there are, one per row, alphabetical. */
export const lines: readonly LineDefinition[] = [
  corrections, //
  publicity,
  surveys,
  training,
];
