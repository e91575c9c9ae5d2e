import { defineFacts } from '#application/facts.js';
import type { CorrectionsEvent } from '../domain/events/index.js';
import { assessmentFacts } from './facts/assessment.facts.js';
import type { FactSettings } from './facts/case-sheet.js';
import { closingFacts } from './facts/closing.facts.js';
import { exitControlFacts } from './facts/exit-control.facts.js';
import { intakeFacts } from './facts/intake.facts.js';
import { tables } from './facts/kinds.js';
import { leaveFacts } from './facts/leave.facts.js';
import { baselineFacts, officeFacts } from './facts/office.facts.js';
import { placeChangeFacts } from './facts/place-change.facts.js';
import { custodyFacts, punishmentFacts, sentenceChangeFacts } from './facts/sanctions.facts.js';
import { supervisionFacts } from './facts/supervision.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<CorrectionsEvent, FactSettings>({
  name: 'corrections_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: {
    ...assessmentFacts,
    ...intakeFacts,
    ...supervisionFacts,
    ...leaveFacts,
    ...placeChangeFacts,
    ...punishmentFacts,
    ...custodyFacts,
    ...sentenceChangeFacts,
    ...exitControlFacts,
    ...closingFacts,
    ...officeFacts,
    ...baselineFacts,
  },
});
