import { defineFacts } from '#application/facts.js';
import type { ReconsiderationEvent } from '../domain/events/index.js';
import type { FactSettings } from './case-sheet.js';
import { closingFacts } from './closing.facts.js';
import { intakeFacts } from './intake.facts.js';
import { tables } from './kinds.js';
import { reviewFacts } from './review.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<ReconsiderationEvent, FactSettings>({
  name: 'reconsideration_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...intakeFacts, ...reviewFacts, ...closingFacts },
});
