import type { AppendItem } from '#application/ports/event-store.js';

/**
 * Refuses what no caller may ask of an event store, whichever store it is: a stream twice in one call, an item without a
 * command, a command without an event, a command twice on one stream.
 * @throws TypeError naming the stream; it is a fault in the program, not in the command
 */
export const checkItems = (items: readonly AppendItem[]): void => {
  const streams = new Set<string>();
  for (const { streamId, entries } of items) {
    if (streams.has(streamId)) throw new TypeError(`stream ${streamId} stands twice in one append`);
    streams.add(streamId);
    const commands = new Set(entries.map((entry) => entry.commandId));
    if (commands.size !== entries.length) throw new TypeError(`a command stands twice on stream ${streamId}`);
    if (entries.length === 0 || entries.some((entry) => entry.events.length === 0))
      throw new TypeError(`an append to stream ${streamId} has a part without events`);
  }
};
