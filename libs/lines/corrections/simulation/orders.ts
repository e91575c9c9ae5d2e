import { ordersOf } from '#application/simulated-year.js';
import { type CorrectionsEvent, events } from '../domain/events/index.js';

export type { To } from '#application/simulated-year.js';

export const order = ordersOf<CorrectionsEvent>(events);
