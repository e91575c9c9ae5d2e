import type { LineDefinition } from '#application/define-line.js';
import { aftercare } from './aftercare/index.js';
import { corrections } from './corrections/index.js';
import { dossiers } from './dossiers/index.js';
import { funds } from './funds/index.js';
import { institution } from './institution/index.js';
import { legalAid } from './legal-aid/index.js';
import { litigation } from './litigation/index.js';
import { mediation } from './mediation/index.js';
import { performance } from './performance/index.js';
import { publicity } from './publicity/index.js';
import { reconsideration } from './reconsideration/index.js';
import { reporting } from './reporting/index.js';
import { surveys } from './surveys/index.js';
import { training } from './training/index.js';

/** The business lines there are, one per row, alphabetical. */
export const lines: readonly LineDefinition[] = [
  aftercare,
  corrections,
  dossiers,
  funds,
  institution,
  legalAid,
  litigation,
  mediation,
  performance,
  publicity,
  reconsideration,
  reporting,
  surveys,
  training,
];
