import { defineFacts } from '#application/facts.js';
import type { FundsEvent } from '../domain/events/index.js';
import { budgetFacts } from './budget.facts.js';
import { tables } from './kinds.js';
import { officeFacts } from './office.facts.js';
import { paymentFacts } from './payment.facts.js';
import { staffFacts } from './staff.facts.js';

/** The line's facts: money, contracts, publications, posts and people, as rows. */
export const facts = defineFacts<FundsEvent, unknown>({
  name: 'funds_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...budgetFacts, ...paymentFacts, ...officeFacts, ...staffFacts },
});
