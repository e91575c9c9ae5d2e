import { ordersOf } from '#application/simulated-year.js';
import { type FundsEvent, events } from '../domain/events/index.js';

export const order = ordersOf<FundsEvent>(events);
