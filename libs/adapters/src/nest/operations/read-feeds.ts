import { inScope } from '#application/office-scope.js';
import { titleOf } from '#application/describe-lines.js';
import { partitionName } from '#application/ports/topics.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';

/** Who reads the log: the figures, the relay to Kafka, the flows between lines, and the chains over the log and over looks. */
export const feedReaders = ['figures', 'relay', 'flows', 'chain', 'look-chain'] as const;

/** How far one of them is. */
export interface FeedReader {
  readonly reader: (typeof feedReaders)[number];
  /** False where this deployment does without it, or it has never begun. */
  readonly used: boolean;
  readonly position: number;
  /** Newest position there is to read. */
  readonly head: number;
  /** Milliseconds since the first record it has not read was stored; 0 when there is none. */
  readonly lag: number;
  /** Partitions of topics it is fed from, each with the newest position published there; none where it reads the log. */
  readonly partitions: readonly { readonly name: string; readonly position: number; readonly published: number }[];
}

type Stand = Pick<FeedReader, 'reader' | 'position' | 'head'> & { readonly behindSince: string | null };

/** Reads how far each of them is. */
export const readFeeds = async (platform: Platform): Promise<readonly FeedReader[]> => {
  const { ledger, feed, relayProgress, flowProgress, chain, lookChain, projections, clock } = platform;
  const behindSince = async (position: number): Promise<string | null> =>
    (await feed.read(position, 1)).events[0]?.recordedAt ?? null;
  const [figures, relay, flows, log, looks, partitions] = await Promise.all([
    ledger.watermark(),
    relayProgress.stand(),
    flowProgress.stand(),
    chain.lag(),
    lookChain.lag(),
    projections.stands(LEDGER_VIEW),
  ]);
  const published = new Map(relay.ends.map((end) => [partitionName(end), end.position]));
  const now = Date.parse(clock.now().now);
  const described = ({ behindSince: since, ...stand }: Stand): Omit<FeedReader, 'used'> => ({
    ...stand,
    lag: since === null ? 0 : Math.max(0, now - Date.parse(since)),
    partitions: [],
  });
  const { head } = figures;
  const relays = published.size > 0;
  return [
    {
      ...described({ reader: 'figures', ...pick(figures) }),
      used: true,
      partitions: partitions.map(({ partition: name, position }) => ({
        ...{ name, position },
        published: published.get(name) ?? 0,
      })),
    },
    {
      ...described({
        ...{ reader: 'relay', position: relay.position, head },
        behindSince: relays ? await behindSince(relay.position) : null,
      }),
      used: relays,
    },
    {
      ...described({
        ...{ reader: 'flows', position: flows ?? 0, head },
        behindSince: flows === undefined ? null : await behindSince(flows),
      }),
      used: flows !== undefined,
    },
    { ...described({ reader: 'chain', ...pick(log) }), used: true },
    { ...described({ reader: 'look-chain', ...pick(looks) }), used: true },
  ];
};

const pick = ({ position, head, behindSince }: Omit<Stand, 'reader'>): Omit<Stand, 'reader'> => ({
  ...{ position, head, behindSince },
});

/** What flows were refused of late, where the caller answers for the office, the newest first. */
export const readRefused = async (platform: Platform, caller: Principal, limit: number) => {
  const { flowProgress, feed, offices, registry } = platform;
  const refused = await flowProgress.refused(limit);
  const told = refused.map(async ({ flow, position, command, streamId, code }) => {
    const [cause] = (await feed.read(position - 1, 1)).events;
    if (cause?.position !== position || !inScope(offices, caller, cause.office)) return [];
    const event = titleOf(registry, cause.type);
    const commandTitle = titleOf(registry, command);
    return [{ flow, position, event, command, commandTitle, streamId, code, reason: titleOf(registry, code) }];
  });
  return (await Promise.all(told)).flat();
};
