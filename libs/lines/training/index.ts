import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Training (培训) of staff, officers and mediators, their examinations, appraisals and contests of skill. */
export const training = defineLine({
  code: 'training',
  terms,
  errors,
  settings,
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
});
