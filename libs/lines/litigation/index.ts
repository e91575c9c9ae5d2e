import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Administrative litigation (行政应诉): suits against the county, from the notice to what is final. */
export const litigation = defineLine({
  code: 'litigation',
  terms,
  errors,
  settings,
  reportedBy: ['bureau'],
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
});
