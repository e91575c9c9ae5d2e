import { scopedKey } from './append-items.js';
import type { FlowCommand, FlowDefinition, FlowTools } from './flow.js';
import type { CommandHandler } from './handle-command.js';
import { type Command, type Principal, type RecordedEvent, Rejected, type Uuid, uuidV5 } from './kernel.js';
import { EVERY_OFFICE } from './office-scope.js';
import type { EventStore } from './ports/event-store.js';
import type { Feed } from './ports/feed.js';
import type { FlowProgress, RefusedFlow } from './ports/flow-progress.js';

/** In whose name one line asks another. */
export const FLOWS: Principal = { name: 'flows', roles: ['flows'], offices: [EVERY_OFFICE] };

export interface FlowPorts {
  readonly flows: readonly FlowDefinition[];
  readonly store: Pick<EventStore, 'load' | 'holderOf'>;
  readonly feed: Feed;
  readonly handler: Pick<CommandHandler, 'handle'>;
  readonly flowProgress: FlowProgress;
}

/** History brought in from elsewhere has its own consequences recorded with it. */
const BROUGHT_IN = 'MIGRATION';

/**
 * Goes through the log in order and sends the commands that flows answer events with. A crash between the two sides is made
 * good at the next start: the event is looked at again, and a command already recorded gets its first answer.
 */
export class FlowRunner {
  private readonly byEvent = new Map<string, readonly FlowDefinition[]>();

  constructor(
    private readonly ports: FlowPorts,
    private readonly onRefused: (refused: RefusedFlow) => void = () => undefined,
    private readonly batchSize = 500,
  ) {
    for (const flow of ports.flows)
      for (const type of flow.on) this.byEvent.set(type, [...(this.byEvent.get(type) ?? []), flow]);
  }

  /** Looks at the next slice of the log; gives how many events it looked at. */
  async step(): Promise<number> {
    const { feed, flowProgress } = this.ports;
    const after = await flowProgress.position();
    const { events } = await feed.read(after, this.batchSize);
    const newest = events[events.length - 1];
    if (newest === undefined) return 0;
    const refused: RefusedFlow[] = [];
    for (const event of events)
      for (const flow of this.byEvent.get(event.type) ?? []) refused.push(...(await this.answer(flow, event)));
    await flowProgress.moveTo(newest.position, refused);
    for (const item of refused) this.onRefused(item);
    return events.length;
  }

  /** Looks at everything there is now. */
  async catchUp(): Promise<void> {
    while ((await this.step()) > 0);
  }

  private async answer(flow: FlowDefinition, event: RecordedEvent): Promise<readonly RefusedFlow[]> {
    if (event.source === BROUGHT_IN) return [];
    const stored = await this.ports.store.load(event.streamId, event.position);
    const history = stored?.events ?? [event];
    const commands = await flow.then({ event, history }, this.toolsOf(flow, event));
    const refused: RefusedFlow[] = [];
    for (const [at, written] of commands.entries()) {
      const command = commandOf(flow, event, written, at);
      try {
        await this.ports.handler.handle(command);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        const { type, streamId } = command;
        refused.push({
          flow: flow.code,
          eventId: event.eventId,
          position: event.position,
          command: type,
          streamId,
          code: error.rejection.code,
        });
      }
    }
    return refused;
  }

  private toolsOf(flow: FlowDefinition, { bureau, streamId }: RecordedEvent): FlowTools {
    return {
      holderOf: (streamType: string, key: string): Promise<Uuid | undefined> =>
        this.ports.store.holderOf(scopedKey(bureau, streamType, key)),
      id: (...names) => uuidV5('flow', flow.code, streamId, ...names),
    };
  }
}

const commandOf = (
  { code }: FlowDefinition,
  { eventId, bureau, office, correlationId }: RecordedEvent,
  written: FlowCommand,
  at: number,
): Command => ({
  office,
  ...written,
  bureau,
  commandId: uuidV5('flow', code, eventId, String(at)),
  correlationId,
  causationId: eventId,
  principal: FLOWS,
  source: 'SYSTEM',
});
