import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Aftercare (安置帮教): released prisoners, and those released from correction, from the prison's notice to the end of support. */
export const aftercare = defineLine({
  code: 'aftercare',
  terms,
  errors,
  settings,
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
});
