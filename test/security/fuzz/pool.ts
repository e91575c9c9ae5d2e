import type { Seeded } from '../../simulation/seeded.js';

/** Remembered of one kind. */
const MOST = 300;

/** Names under which answers carry what later requests may ask for. */
const kinds: Readonly<Record<string, string>> = {
  streamId: 'streamId',
  personRef: 'person',
  eventIds: 'record',
  eventId: 'record',
  position: 'position',
  version: 'version',
  next: 'after',
  userId: 'userId',
  sessionId: 'sessionId',
  hash: 'hash',
  finding: 'finding',
  requestId: 'requestId',
};

/** Ids and places of the log that answers named, for requests that come later. */
export class Pool {
  /** Never asked for, wherever they are named. */
  never: ReadonlySet<unknown> = new Set();
  private readonly held = new Map<string, unknown[]>();

  constructor(private readonly random: Seeded) {}

  /** `room`: streams belong to the routes they were recorded under. */
  take(answer: unknown, room: string): void {
    if (Array.isArray(answer)) for (const item of answer.slice(0, 20)) this.take(item, room);
    else if (typeof answer === 'object' && answer !== null)
      for (const [name, value] of Object.entries(answer)) {
        const kind = kinds[name];
        if (kind !== undefined) {
          for (const item of Array.isArray(value) ? value : [value]) {
            if (typeof item !== 'string' && typeof item !== 'number') continue;
            this.keep(kind, item);
            if (kind === 'streamId') this.keep(room, item);
          }
        } else this.take(value, room);
      }
  }

  /** One of a kind; undefined where none was seen. */
  pick(kind: string): unknown {
    const values = this.held.get(kind);
    return values === undefined ? undefined : this.random.pick(values);
  }

  private keep(kind: string, value: unknown): void {
    const values = this.held.get(kind) ?? [];
    if (values.includes(value) || this.never.has(value)) return;
    this.held.set(kind, values);
    if (values.length < MOST) values.push(value);
    else values[this.random.below(MOST)] = value;
  }
}
