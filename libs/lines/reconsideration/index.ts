import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Administrative reconsideration (行政复议): from the application to what follows the decision. */
export const reconsideration = defineLine({
  code: 'reconsideration',
  terms,
  errors,
  settings,
  reportedBy: ['bureau'],
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
});
