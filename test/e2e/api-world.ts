import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { callersOf, hashOfToken } from '#adapters/nest/callers/token-file.js';
import { type ApiOptions, createApiApp } from '#adapters/nest/create-api-app.js';
import type { Platform } from '#adapters/platform/platform.js';
import { MemoryEventStore } from '#adapters/memory/event-store.js';
import { MemoryFeed } from '#adapters/memory/feed.js';
import { MemoryLedger } from '#adapters/memory/ledger.js';
import { MemoryOfficeDirectory } from '#adapters/memory/office-directory.js';
import { CommandHandler } from '#application/handle-command.js';
import { Registry } from '#application/registry.js';
import { Projector } from '#application/run-view.js';
import { uuidV5, uuidV7 } from '#kernel/ids.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';
import { randomBytes } from 'node:crypto';
import { fixedClock } from '../support/fixed-clock.js';
import { notary } from '../support/notary.js';

export const memoryPlatform = async (): Promise<Platform> => {
  const clock = fixedClock('2024-03-01T02:00:00.000Z');
  const registry = new Registry([notary]);
  const store = new MemoryEventStore(clock);
  const feed = new MemoryFeed(store, uuidV5('log'));
  const ledger = new MemoryLedger(feed);
  const offices = new MemoryOfficeDirectory([]);
  const calendar = () => new WorkingDayCalendar([]);
  const listeners = new Set<any>();
  const handler = new CommandHandler({ store, registry, offices, clock, calendar });
  const projector = new Projector({ store, feed, projections: ledger, registry, calendar, onApplied: (c, p) => listeners.forEach((l) => l(c, p)) });
  return {
    registry, store, feed, handler, ledger, projections: ledger, projector, offices, clock, calendar,
    ids: { next: () => uuidV7(Date.now(), randomBytes(10)) },
    persons: { register: async () => ({ personRef: uuidV5('x'), known: false }) } as never,
    onApplied: (l) => { listeners.add(l); return () => void listeners.delete(l); },
    close: async () => { await projector.stop(); },
  };
};
