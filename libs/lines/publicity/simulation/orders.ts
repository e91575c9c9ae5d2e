import type { SimulationTools } from '#application/case-binding.js';
import { ordersOf } from '#application/simulated-year.js';
import { type PublicityEvent, events } from '../domain/events.js';

export const order = ordersOf<PublicityEvent>(events);

/** Code of a village of the bureau: division code, town, village. */
export const villageCode = ({ bureau }: Pick<SimulationTools, 'bureau'>, at: number): string =>
  `${bureau}${String(1 + Math.floor(at / 20)).padStart(3, '0')}${String(200 + (at % 20))}`;
