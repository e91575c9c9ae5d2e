import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { annual } from './reports/annual.report.js';
import { settings } from './settings.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** People's mediation (人民调解): from the discovery of a dispute to its agreement, its dossier and what the mediator earns. */
export const mediation = defineLine({
  code: 'mediation',
  terms,
  staff: ['mediator'],
  secondPersons: [
    {
      asks: 'records:write',
      decides: 'grades:decide',
      commands: ['ConfirmDifficulty'],
      refusal: 'mediation.confirmed-by-proposer',
    },
  ],
  errors,
  settings,
  streams,
  ...figures,
  reports: [annual],
  cases: [cases],
  retention: [{ record: 'mediation.dispute', ground: '人民调解法 第二十七条' }],
});
