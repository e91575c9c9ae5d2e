import { defineFacts } from '#application/facts.js';
import type { MediationEvent } from '../domain/events/index.js';
import type { MediationSettings } from '../settings.js';
import { agreementFacts } from './agreement.facts.js';
import { disputeFacts } from './dispute.facts.js';
import { tables } from './kinds.js';
import { officeFacts } from './office.facts.js';
import { subsidyFacts } from './subsidy.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<MediationEvent, MediationSettings>({
  name: 'mediation_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...disputeFacts, ...agreementFacts, ...subsidyFacts, ...officeFacts },
});
