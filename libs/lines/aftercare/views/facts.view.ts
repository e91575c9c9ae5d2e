import { defineFacts } from '#application/facts.js';
import type { AftercareEvent } from '../domain/events/index.js';
import type { AftercareSettings } from '../settings.js';
import { tables } from './kinds.js';
import { releaseFacts } from './release.facts.js';
import { statisticsFacts } from './statistics.facts.js';
import { supportFacts } from './support.facts.js';

/** The line's facts: every event that a figure, a deadline or a register needs, as rows. */
export const facts = defineFacts<AftercareEvent, AftercareSettings>({
  name: 'aftercare_facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...releaseFacts, ...supportFacts, ...statisticsFacts },
});
