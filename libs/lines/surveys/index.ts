import { defineLine } from '#application/define-line.js';
import { survey } from './domain/survey.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Surveys (满意度、知晓率): how satisfied people are with the bureau's work, and what they know of the law. */
export const surveys = defineLine({
  code: 'surveys',
  terms,
  errors,
  settings,
  reportedBy: [],
  streams: [survey],
  ...figures,
  reports: [annual],
  cases: [cases],
});
