import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';
import { registers } from './registers.js';
import { settings } from './settings.js';
import { terms } from './terms.js';
import { facts } from './views/facts.view.js';

/**
 * Reporting: an office says of a month that it had no business of a kind (零报告), so that nothing and not reported differ; a
 * bureau closes a period of a field of work (年度结账), so that what was reported never moves; what was found on the way is answered
 * by name (问题说明).
 */
export const reporting = defineLine({
  code: 'reporting',
  terms,
  secondPersons: [
    {
      asks: 'periods:close',
      decides: 'periods:reopen',
      commands: ['ReopenPeriod'],
      refusal: 'reporting.sealed-by-same-person',
    },
  ],
  errors,
  settings,
  streams,
  facts,
  registers: Object.values(registers),
  measures: Object.values(measures),
  indicators: Object.values(indicators),
  identities: [],
  deadlines: [],
  reportedBy: [],
  nils: { register: 'reporting.nils', line: 'businessLine', month: 'month', standing: 'standing' },
  periods: {
    stream: 'reporting.period',
    register: 'reporting.periods',
    close: 'reporting.ClosePeriod',
    reopen: 'reporting.ReopenPeriod',
    closed: 'reporting.PeriodClosed',
    findings: {
      stream: 'reporting.finding',
      answer: 'reporting.AnswerFinding',
      answered: 'reporting.FindingAnswered',
    },
  },
});
