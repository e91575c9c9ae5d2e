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
  staff: ['finance-officer', 'director'],
  errors,
  settings,
  streams,
  facts,
  registers: Object.values(registers),
  measures: Object.values(measures),
  indicators: Object.values(indicators),
  identities: Object.values(identities),
  deadlines: Object.values(deadlines),
  // The bureau keeps the money; a justice office owes no report of it.
  reportedBy: [],
  money: {
    project: 'project',
    kinds: [
      { initial: 'BF-01-initial', adjusted: 'BF-01', executed: 'BF-03-to-date' },
      {
        initial: 'BF-01-earmarked-initial',
        adjusted: 'BF-01-earmarked',
        executed: 'BF-03-earmarked',
        as: {
          'BF-01': 'BF-01-earmarked',
          'BF-01-initial': 'BF-01-earmarked-initial',
          'BF-02': 'BF-02-earmarked',
          'BF-02-received': 'BF-02-earmarked-received',
          'BF-03': 'BF-03-earmarked',
          'BF-03-to-date': 'BF-03-earmarked',
          'BF-04': 'BF-04-earmarked',
          'BF-05': 'BF-05-earmarked',
          'BF-06': 'BF-03-earmarked',
          'BF-08': 'BF-04-earmarked',
        },
      },
    ],
    plan: {
      planned: 'BF-07-planned',
      register: 'funds.checkpoints',
      year: 'fiscalYear',
      project: 'project',
      monthEnd: 'dueOn',
      percent: 'percent',
    },
  },
  baseData: {
    posts: 'BF-14-posts',
    staff: 'BF-14-staff',
    controlRate: 'BF-11',
    year: 'BF-01-lines',
    money: {
      total: { budget: 'BF-01-initial', final: 'BF-03' },
      basic: { budget: 'BF-01-initial-basic', final: 'BF-06-basic' },
      operating: { budget: 'BF-01-initial-operating', final: 'BF-06-operating' },
      projects: { budget: 'BF-01-initial-project', final: 'BF-06-project' },
      // A budget is not set by kind of the three public uses, and none is set for procurement.
      threePublic: { final: 'BF-09' },
      vehicles: { final: 'BF-09-vehicles' },
      vehiclePurchase: { final: 'BF-09-vehicle-purchase' },
      vehicleRunning: { final: 'BF-09-vehicle-running' },
      travelAbroad: { final: 'BF-09-travel-abroad' },
      reception: { final: 'BF-09-reception' },
      procurement: { final: 'BF-10' },
    },
    projects: {
      register: 'funds.projects',
      year: 'fiscalYear',
      filters: { class: 'project' },
      code: 'project',
      name: 'projectName',
      split: 'project',
    },
  },
  reports: [annual],
  cases,
});
