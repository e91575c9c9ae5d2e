import { MemoryEventStore } from '#adapters/memory/event-store.js';
import { MemoryFeed } from '#adapters/memory/feed.js';
import { MemoryLedger } from '#adapters/memory/ledger.js';
import { MemoryOfficeDirectory } from '#adapters/memory/office-directory.js';
import type { LineDefinition } from '#application/define-line.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { CommandHandler } from '#application/handle-command.js';
import type { EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import type { Ledger, ProjectionStore, Reading } from '#application/ports/ledger.js';
import type { Office } from '#application/ports/office-directory.js';
import { Registry } from '#application/registry.js';
import { SoftClosings } from '#application/sealing/soft-closings.js';
import { PastRegisters } from '#application/past-registers.js';
import { Projector } from '#application/run-view.js';
import type { Command, Principal, Receipt } from '#kernel/command.js';
import { dateInShanghai } from '#kernel/dates.js';
import { uuidV5 } from '#kernel/ids.js';
import { parsePeriod } from '#kernel/period.js';
import { type Rejection, Rejected } from '#kernel/reject.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';
import { notary } from './notary.js';

export const BUREAU = '430922';
export const OFFICES = ['43092201', '43092202', '43092203'] as const;
export const clerk: Principal = { name: 'clerk', roles: ['office-clerk'], offices: [BUREAU] };
export const head: Principal = { name: 'head', roles: ['head'], offices: [BUREAU] };

const office = (code: string, more: Partial<Office> = {}): Office => ({
  code,
  parent: code === BUREAU ? null : BUREAU,
  bureau: BUREAU,
  name: code,
  kind: code === BUREAU ? 'bureau' : 'justice-office',
  validFrom: '2000-01-01',
  validTo: null,
  successor: null,
  ...more,
});

const calendar = new WorkingDayCalendar(
  [2022, 2023, 2024].map((year) => ({ year, version: 1, source: 'test', daysOff: [], daysWorked: [] })),
);

/** Ports of a world that a test puts something in front of: a store that loses answers, a ledger that crashes. */
export interface Wrapping {
  readonly store?: (store: EventStore) => EventStore;
  readonly feed?: (feed: Feed) => Feed;
  readonly projections?: (projections: ProjectionStore) => ProjectionStore;
}

/** The whole platform in memory, with a clock that stands where the test puts it. */
export class World {
  now = new Date('2024-03-01T10:00:00+08:00');
  readonly clock = { now: () => ({ now: this.now.toISOString(), today: dateInShanghai(this.now) }) };
  readonly registry: Registry;
  readonly store: MemoryEventStore;
  readonly feed: MemoryFeed;
  readonly ledger: MemoryLedger & Ledger;
  readonly offices: MemoryOfficeDirectory;
  readonly handler: CommandHandler;
  readonly projector: Projector;
  private commands = 0;

  constructor(
    lines: readonly LineDefinition[] = [notary],
    { store = (port) => port, feed = (port) => port, projections = (port) => port }: Wrapping = {},
    batchSize = 1000,
  ) {
    this.registry = new Registry(lines);
    this.store = new MemoryEventStore(this.clock);
    this.feed = new MemoryFeed(this.store, uuidV5('log'));
    this.ledger = new MemoryLedger(this.feed, undefined, undefined, new PastRegisters(this));
    this.offices = new MemoryOfficeDirectory([
      office(BUREAU),
      ...OFFICES.map((code) => office(code)),
      office('43092299', { validTo: '2022-12-31' }),
    ]);
    const fronted = store(this.store);
    this.handler = new CommandHandler({
      store: fronted,
      registry: this.registry,
      offices: this.offices,
      clock: this.clock,
      calendar: () => calendar,
      softClosings: new SoftClosings({ ...this, calendar: () => calendar }, 0),
    });
    this.projector = new Projector(
      {
        store: fronted,
        feed: feed(this.feed),
        projections: projections(this.ledger),
        registry: this.registry,
        calendar: () => calendar,
      },
      batchSize,
    );
  }

  calendar(): WorkingDayCalendar {
    return calendar;
  }

  /** A command with everything a test does not care about filled in. */
  command(type: string, streamId: string, data: object, more: Partial<Command> = {}): Command {
    this.commands += 1;
    return {
      type,
      streamId: uuidV5('stream', streamId),
      data,
      commandId: uuidV5('command', String(this.commands)),
      bureau: BUREAU,
      office: OFFICES[0],
      principal: clerk,
      source: 'MANUAL',
      correlationId: uuidV5('correlation', String(this.commands)),
      ...more,
    };
  }

  send(type: string, streamId: string, data: object, more: Partial<Command> = {}): Promise<Receipt> {
    return this.handler.handle(this.command(type, streamId, data, more));
  }

  /** The rejection a command meets; fails the test when it is accepted. */
  async refused(type: string, streamId: string, data: object, more: Partial<Command> = {}): Promise<Rejection> {
    try {
      await this.send(type, streamId, data, more);
    } catch (error) {
      if (error instanceof Rejected) return error.rejection;
      throw error;
    }
    throw new Error(`${type} was accepted`);
  }

  /** Values of indicators by code, as known now or at a position. */
  async figures(
    period: string,
    codes: readonly string[],
    { asOf, offices = [BUREAU, ...OFFICES] }: { asOf?: number; offices?: readonly string[] } = {},
  ): Promise<Readonly<Record<string, string | null>>> {
    return this.figuresOf({ bureau: BUREAU, offices, ...(asOf === undefined ? {} : { asOf }) }, period, codes);
  }

  /** Values of indicators for any reading, of another bureau too. */
  async figuresOf(
    reading: Reading,
    period: string,
    codes: readonly string[],
  ): Promise<Readonly<Record<string, string | null>>> {
    const parsed = parsePeriod(period);
    if (parsed === undefined) throw new Error(`no period ${period}`);
    const values = await evaluateIndicators(this.ledger, this.registry, reading, parsed, codes);
    return Object.fromEntries(values.map(({ code, value }) => [code, value]));
  }
}
