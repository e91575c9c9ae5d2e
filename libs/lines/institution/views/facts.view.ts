import { defineFacts } from '#application/facts.js';
import type { InstitutionEvent } from '../domain/events/index.js';
import { disclosureFacts, manualFacts } from './disclosure.facts.js';
import { estateFacts } from './estate.facts.js';
import { tables } from './kinds.js';
import { practiceFacts } from './practice.facts.js';
import { reviewFacts } from './review.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<InstitutionEvent, unknown>({
  name: 'institution_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...reviewFacts, ...practiceFacts, ...disclosureFacts, ...estateFacts, ...manualFacts },
});
