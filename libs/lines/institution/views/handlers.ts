import type { FactHandlers } from '#application/facts.js';
import type { InstitutionEvent } from '../domain/events/index.js';

export type Handlers = FactHandlers<InstitutionEvent, unknown>;
