import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Legal aid (法律援助): from advice, notice or application to the closed file, the subsidy and the visit after it. */
export const legalAid = defineLine({
  code: 'legal-aid',
  terms,
  staff: ['aid-acceptor', 'aid-approver'],
  errors,
  settings,
  streams,
  ...figures,
  reportedBy: ['centre'],
  reports: [annual],
  cases: [cases],
});
