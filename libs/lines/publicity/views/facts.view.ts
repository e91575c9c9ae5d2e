import { defineFacts } from '#application/facts.js';
import type { PublicityEvent } from '../domain/events.js';
import type { PublicitySettings } from '../settings.js';
import { activityFacts } from './activity.facts.js';
import { groundFacts } from './ground.facts.js';
import { tables } from './kinds.js';

export const facts = defineFacts<PublicityEvent, PublicitySettings>({
  name: 'publicity.facts_v1',
  kinds: tables.kinds,
  fields: tables.fields,
  on: { ...activityFacts, ...groundFacts },
});
