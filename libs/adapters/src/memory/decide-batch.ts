import type { AppendItem, AppendOutcome } from '#application/ports/event-store.js';
import type { Uuid } from '#kernel/ids.js';

/** What the store holds before the call. */
export interface Held {
  version(streamId: Uuid): number;
  isKnown(commandId: Uuid): boolean;
  holder(key: string): Uuid | undefined;
}

export interface BatchDecision {
  readonly refusals: ReadonlyMap<AppendItem, AppendOutcome>;
  /** The first known command of an item that has one. */
  readonly repeats: ReadonlyMap<AppendItem, Uuid>;
  /** Natural keys after the call: their holder, or undefined where nobody holds them any more. */
  readonly holders: ReadonlyMap<string, Uuid | undefined>;
}

/**
 * Decides the items of one append one after the other, each seeing what those before it did. A known command comes before
 * a stale version, and that before a key held by another stream; a stream gives keys back before it takes new ones.
 */
export const decideBatch = (items: readonly AppendItem[], held: Held): BatchDecision => {
  const refusals = new Map<AppendItem, AppendOutcome>();
  const repeats = new Map<AppendItem, Uuid>();
  const holders = new Map<string, Uuid | undefined>();
  const accepted = new Set<Uuid>();
  const holderOf = (key: string): Uuid | undefined => (holders.has(key) ? holders.get(key) : held.holder(key));
  for (const item of items) {
    const { streamId, expectedVersion, entries } = item;
    const known = entries.find(({ commandId }) => held.isKnown(commandId) || accepted.has(commandId));
    if (known !== undefined) {
      repeats.set(item, known.commandId);
      continue;
    }
    const version = held.version(streamId);
    if (version !== expectedVersion) {
      refusals.set(item, { outcome: 'conflict', version });
      continue;
    }
    const taken = item.hold.find((key) => (holderOf(key) ?? streamId) !== streamId);
    if (taken !== undefined) {
      refusals.set(item, { outcome: 'held', key: taken, holder: holderOf(taken) as Uuid });
      continue;
    }
    for (const key of item.release) if (holderOf(key) === streamId) holders.set(key, undefined);
    for (const key of item.hold) holders.set(key, streamId);
    for (const { commandId } of entries) accepted.add(commandId);
  }
  return { refusals, repeats, holders };
};
