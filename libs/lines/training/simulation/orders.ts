import type { SimulationTools } from '#application/case-binding.js';
import { ordersOf } from '#application/simulated-year.js';
import type { Uuid } from '#kernel/ids.js';
import { type TrainingEvent, events } from '../domain/events.js';

export const order = ordersOf<TrainingEvent>(events);

/** The staff of justice offices, their heads first: the same people are in post, trained and appraised. */
export const staffMember = ({ person }: SimulationTools, at: number): Promise<Uuid> =>
  person(`office staff ${at + 1}`, { age: 30 + (at % 28) });
