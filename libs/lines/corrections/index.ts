import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Community correction (社区矫正): from the assessment before sentence to release and the hand-over to aftercare. */
export const corrections = defineLine({
  code: 'corrections',
  terms,
  staff: ['correction-officer'],
  errors,
  settings,
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
  retention: [{ record: 'corrections.case', ground: '社区矫正法 第二十二条' }],
});
