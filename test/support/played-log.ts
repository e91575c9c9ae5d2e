import { MemoryLedger } from '#adapters/memory/ledger.js';
import { checkIdentities } from '#application/check-identities.js';
import type { LineDefinition } from '#application/define-line.js';
import { type IndicatorValue, evaluateIndicators } from '#application/evaluate-indicators.js';
import type { Fact } from '#application/facts.js';
import type { Finding } from '#application/identity.js';
import { FactPoster } from '#application/post-facts.js';
import type { DutyRow, Posting, Reading, RegisterRow } from '#application/ports/ledger.js';
import { Registry } from '#application/registry.js';
import type { RecordedEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';

export const BUREAU = '430922';

/** An event as a spec writes it; the stream's type follows from it. */
export interface Played {
  readonly type: string;
  readonly data: object;
}

const plainYears = Array.from({ length: 12 }, (_, at) => ({
  year: 2018 + at,
  version: 1,
  source: 'no holidays',
  daysOff: [],
  daysWorked: [],
}));

/** What the figures say after a projector has seen the events written so far; no rule is asked whether they may be. */
export interface Sheet {
  readonly facts: readonly Fact[];
  readonly postings: readonly Posting[];
  readonly registers: readonly RegisterRow[];
  readonly duties: readonly DutyRow[];
  /** Values by code, `null` where there is none. */
  values<Code extends string>(period: string, codes: readonly Code[]): Promise<Record<Code, string | null>>;
  findings(period: string): Promise<readonly Finding[]>;
}

/** A log of one line written by hand, for specs of facts and figures. */
export class PlayedLog {
  private readonly events: RecordedEvent[] = [];
  private readonly registry: Registry;

  constructor(
    line: LineDefinition,
    private readonly office: string,
  ) {
    this.registry = new Registry([line]);
  }

  /** Writes events to one stream, each dated by its own field; gives the ids. */
  on(key: string, ...played: readonly Played[]): readonly string[] {
    return this.by(this.office, key, ...played);
  }

  /** The same, recorded by another office. */
  by(office: string, key: string, ...played: readonly Played[]): readonly string[] {
    return played.map(({ type, data }) => {
      const stream = this.registry.lines.flatMap(({ streams }) => streams).find(({ events }) => type in events);
      const streamId = uuidV5('played', key);
      const before = this.events.filter((event) => event.streamId === streamId);
      const streamType = stream?.type ?? before[0]?.streamType;
      if (streamType === undefined) throw new Error(`no stream has ${type}`);
      const datedBy = stream?.events[type]?.datedBy;
      const occurredOn = (data as Record<string, string>)[datedBy ?? 'approvedOn'] as string;
      const position = this.events.length + 1;
      const id = uuidV5('played', 'event', String(position));
      this.events.push({
        type,
        data,
        position,
        streamId,
        streamType,
        version: before.length + 1,
        eventId: id,
        schemaVersion: 1,
        bureau: BUREAU,
        office,
        owner: before[0]?.owner ?? office,
        occurredOn,
        recordedAt: '2024-03-01T00:00:00.000Z',
        recordedBy: 'clerk',
        source: 'MANUAL',
        commandId: id,
        correlationId: id,
      });
      return id;
    });
  }

  /** The figures, by the offices given or by all. */
  async sheet(offices?: readonly string[]): Promise<Sheet> {
    const { registry, events } = this;
    const postings: Posting[] = [];
    const history = async (streamId: string, upTo: number) =>
      events.filter((event) => event.streamId === streamId && event.position <= upTo);
    const poster = new FactPoster(registry, new WorkingDayCalendar(plainYears), history, (posting) =>
      postings.push(posting),
    );
    await poster.apply(events);
    const streams = poster.takeTouched();
    const head = events.length;
    const ledger = new MemoryLedger({
      head: async () => head,
      logId: async () => 'log',
      read: async () => ({ head, events: [] }),
    });
    await ledger.apply({
      view: 'ledger',
      after: 0,
      position: head,
      streams,
      postings,
      registers: new Map(),
      duties: new Map(),
    });
    const known = [...new Set(postings.map(({ office }) => office))];
    const reading: Reading = { bureau: BUREAU, offices: offices ?? known };
    const period = (text: string): Period => {
      const parsed = parsePeriod(text);
      if (parsed === undefined) throw new Error(`no period ${text}`);
      return parsed;
    };
    return {
      facts: streams.flatMap(({ facts }) => facts),
      postings,
      registers: streams.flatMap((stream) => poster.registerRows(stream)),
      duties: streams.flatMap((stream) => poster.dutyRows(stream)),
      values: async (text, codes) => {
        const values: readonly IndicatorValue[] = await evaluateIndicators(
          ledger,
          registry,
          reading,
          period(text),
          codes,
        );
        return Object.fromEntries(values.map(({ code, value }) => [code, value])) as never;
      },
      findings: (text) => checkIdentities(ledger, registry, reading, period(text)),
    };
  }
}
