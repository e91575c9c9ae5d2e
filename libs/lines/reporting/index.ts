import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';
import { registers } from './registers.js';
import { settings } from './settings.js';
import { terms } from './terms.js';
import { facts } from './views/facts.view.js';

/** Nil reporting (零报告): an office says of a month that it had no business of a kind, so that nothing and not reported differ. */
export const reporting = defineLine({
  code: 'reporting',
  terms,
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
});
