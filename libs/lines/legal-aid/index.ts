import { defineLine } from '#application/define-line.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { settings } from './settings.js';
import { terms } from './terms.js';

/** Legal aid (法律援助): from advice, notice or application to the closed file, the subsidy and the visit after it. */
export const legalAid = defineLine({
  code: 'legal-aid',
  terms,
  errors,
  settings,
  streams,
  facts: { name: 'legal_aid_facts_v1', kinds: [], on: {} },
  registers: [],
  measures: [],
  indicators: [],
  identities: [],
  deadlines: [],
});
