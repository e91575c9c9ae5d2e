import type { Command, OfficeCode, RecordedEvent, Uuid } from './kernel.js';

/** What a flow knows when it is asked: the event, and what its stream had recorded by then, oldest first. */
export interface FlowCause {
  readonly event: RecordedEvent;
  readonly history: readonly RecordedEvent[];
}

export interface FlowTools {
  /** The stream of a kind that holds a natural key in the bureau of the event. */
  holderOf(streamType: string, key: string): Promise<Uuid | undefined>;
  /** An id that depends on the flow, the causing stream and the given names alone. */
  id(...names: readonly string[]): Uuid;
}

/** A command as a flow writes it; the platform adds ids, principal, bureau and cause. */
export type FlowCommand = Pick<Command, 'type' | 'streamId' | 'data' | 'evidence'> & { readonly office?: OfficeCode };

/**
 * Where two lines meet: when an event has been recorded in one, a command goes to the other through the front door. The same
 * event always gives the same command with the same id, so that a repeat, after a crash or by another process, changes nothing.
 */
export interface FlowDefinition {
  /** `when-x-then-y`. */
  readonly code: string;
  /** Event types it waits for. */
  readonly on: readonly string[];
  /** The commands that follow; none where nothing does. Must depend on nothing but what it is given. */
  then(cause: FlowCause, tools: FlowTools): readonly FlowCommand[] | Promise<readonly FlowCommand[]>;
}

export const defineFlow = (flow: FlowDefinition): FlowDefinition => flow;
