import { defineLine } from '#application/define-line.js';
import { sheet } from './domain/sheet.js';
import { errors } from './errors.js';
import { figures } from './figures.js';
import { settings } from './settings.js';
import { sheets } from './sheets.js';
import { cases } from './simulation/index.js';
import { terms } from './terms.js';

/** Budget performance (绩效管理): a year's targets, monitoring, self-evaluation, and the way up to publication. */
export const performance = defineLine({
  code: 'performance',
  terms,
  staff: ['finance-officer', 'director'],
  secondPersons: [
    {
      asks: 'sheets:write',
      decides: 'records:approve',
      commands: ['ReviewSheet', 'ApproveSheet'],
      refusal: 'performance.recorded-by-same-person',
    },
  ],
  errors,
  settings,
  streams: [sheet],
  ...figures,
  reportedBy: [],
  sheets,
  cases: [cases],
});
