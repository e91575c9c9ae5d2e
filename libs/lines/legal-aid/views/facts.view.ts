import { defineFacts } from '#application/facts.js';
import type { LegalAidEvent } from '../domain/events/index.js';
import { examinationFacts, openingFacts } from './facts/application.facts.js';
import type { FactSettings } from './facts/case-sheet.js';
import { afterFacts, handlingFacts } from './facts/handling.facts.js';
import { tables } from './facts/kinds.js';
import { officeFacts } from './facts/office.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<LegalAidEvent, FactSettings>({
  name: 'legal_aid_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...openingFacts, ...examinationFacts, ...handlingFacts, ...afterFacts, ...officeFacts },
});
