import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Institution and general affairs (机构与综合): what the bureau is, has and does besides its cases. */
export const institution = defineLine({
  code: 'institution',
  terms,
  errors,
  settings,
  streams,
  ...figures,
  reports: [annual],
  cases,
});
