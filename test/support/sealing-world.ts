import { type ClosingRequest, type SealPorts, closePeriod } from '#application/sealing/seal-period.js';
import type { Principal } from '#kernel/command.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Period, fiscalYear } from '#kernel/period.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from './notary.js';
import { BUREAU, World } from './world.js';

export const director: Principal = { name: 'director', roles: ['deputy-director'], offices: [BUREAU] };

/** A world that keeps books, and closes those of its small line for 2022. */
export const sealingWorld = (...[lines = [notary, reporting], ...rest]: ConstructorParameters<typeof World>): World =>
  new World(lines, ...rest);

export const sealPorts = (world: World, more: Partial<SealPorts> = {}): SealPorts => ({
  registry: world.registry,
  store: world.store,
  ledger: world.ledger,
  offices: world.offices,
  handler: world.handler,
  clock: world.clock,
  calendar: () => world.calendar(),
  definitions: { refresh: async () => undefined },
  position: async () => {
    await world.projector.catchUp();
    return world.feed.head();
  },
  ...more,
});

export const YEAR: Period = fiscalYear(2022);

export const closing = (more: Partial<ClosingRequest> = {}): ClosingRequest => ({
  bureau: BUREAU,
  line: 'notary',
  period: YEAR,
  principal: director,
  correlationId: uuidV5('closing'),
  explanations: [{ rule: '*', reason: '已核实', role: 'director' }],
  ...more,
});

export const close2022 = (world: World, more: Partial<SealPorts> = {}) =>
  closePeriod(sealPorts(world, more), closing());

/** Accepts a matter of the small line on a day. */
export const accept = (world: World, name: string, acceptedOn: string, more: object = {}) =>
  world.send('notary.AcceptMatter', name, {
    personRef: uuidV5('person', name),
    matterNo: name,
    kind: 'will',
    acceptedOn,
    ...more,
  });
