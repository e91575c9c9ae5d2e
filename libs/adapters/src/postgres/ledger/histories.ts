import type { Pool } from 'pg';
import type { HistorySource } from '#application/post-facts.js';
import { recordEventName } from '#application/record-events.js';
import type { LocalDate } from '#kernel/dates.js';
import type { RecordedEvent } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { copyStreams } from './log-copy.js';

/**
 * The past of the streams that a rebuild has to fold again. Late and correcting events are seen coming, and the streams of
 * a whole slice of the log are read in one statement; one that was not foreseen is read when it is asked for.
 */
export class Histories {
  private readonly latest = new Map<Uuid, LocalDate>();
  private read = new Map<Uuid, RecordedEvent[]>();
  private upTo = 0;

  constructor(private readonly pool: Pool) {}

  /** To be awaited before a slice is folded; what was read for the slice before is let go. */
  async foresee(events: readonly RecordedEvent[]): Promise<void> {
    this.read = new Map();
    this.upTo = events.at(-1)?.position ?? this.upTo;
    const wanted = new Set<Uuid>();
    for (const { streamId, type, occurredOn } of events) {
      const record = recordEventName(type);
      const latest = this.latest.get(streamId) ?? '';
      if (record === 'RecordCorrected' || record === 'RecordVoided') wanted.add(streamId);
      else if (record !== undefined) continue;
      else if (occurredOn < latest) wanted.add(streamId);
      else this.latest.set(streamId, occurredOn);
    }
    await this.load([...wanted]);
  }

  readonly source: HistorySource = async (streamId, upTo) => {
    if (!this.read.has(streamId)) await this.load([streamId]);
    return (this.read.get(streamId) ?? []).filter(({ position }) => position <= upTo);
  };

  private async load(streamIds: readonly Uuid[]): Promise<void> {
    if (streamIds.length === 0) return;
    const client = await this.pool.connect();
    try {
      for (const streamId of streamIds) this.read.set(streamId, []);
      for await (const events of copyStreams(client, streamIds, this.upTo))
        for (const event of events) this.read.get(event.streamId)?.push(event);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }
}
