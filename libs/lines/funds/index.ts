import { defineLine } from '#application/define-line.js';
import { deadlines } from './deadlines.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { identities } from './identities.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';
import { registers } from './registers.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';
import { facts } from './views/facts.view.js';

/** Funds and establishment (经费与编制): a budget line from approval to the close of its year; posts and people. */
export const funds = defineLine({
  code: 'funds',
  terms,
  errors,
  settings,
  streams,
  facts,
  registers: Object.values(registers),
  measures: Object.values(measures),
  indicators: Object.values(indicators),
  identities: Object.values(identities),
  deadlines: Object.values(deadlines),
  money: {
    project: 'project',
    kinds: [
      { initial: 'BF-01-initial', adjusted: 'BF-01', executed: 'BF-03-to-date' },
      { initial: 'BF-01-earmarked-initial', adjusted: 'BF-01-earmarked', executed: 'BF-03-earmarked' },
    ],
    plan: {
      register: 'funds.checkpoints',
      year: 'fiscalYear',
      project: 'project',
      monthEnd: 'dueOn',
      percent: 'percent',
    },
  },
  reports: [annual],
  cases,
});
