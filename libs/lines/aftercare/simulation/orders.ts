import type { SimulatedCommand } from '#application/case-binding.js';
import { ordersOf } from '#application/simulated-year.js';
import { type AftercareEvent, events } from '../domain/events/index.js';
import type { Person } from './people.js';

export const order = ordersOf<AftercareEvent>(events);

export const at = ({ caseId, office }: Person) => ({ streamId: caseId, office });

export type Commands = readonly SimulatedCommand[];
