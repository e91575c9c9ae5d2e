import { titleOf } from '#application/describe-lines.js';
import { type Impact, type ImpactPorts, impactOfPending, impactOfRecorded } from '#application/impact/impact.js';
import { eventOfCommand, eventOfRequest } from '#application/impact/pending-event.js';
import { splitsOf } from '#application/narrowing.js';
import { mayTouch, officesInScope } from '#application/office-scope.js';
import type { Posting } from '#application/ports/ledger.js';
import { recordEventName } from '#application/record-events.js';
import type { Registry } from '#application/registry.js';
import type { Command, Principal } from '#kernel/command.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { withoutHidden } from '../persons/desk.js';
import type { Freshness, FreshnessWatch } from '../queries/freshness.js';

type Titled<Item> = Item & { readonly title: string };

/** What an event moves, in words, of the offices the caller may see. */
export interface ShownImpact extends Omit<Impact, 'event' | 'postings' | 'figures' | 'seals' | 'duties'> {
  readonly bureau: string;
  readonly freshness: Freshness;
  readonly event: Titled<NonNullable<Impact['event']>> | null;
  readonly postings: readonly Titled<ShownPosting>[];
  readonly figures: readonly Titled<Impact['figures'][number]>[];
  readonly seals: readonly Titled<Impact['seals'][number]>[];
  readonly duties: readonly Titled<Impact['duties'][number]>[];
}

type ShownPosting = Omit<Posting, 'measureVersion' | 'bureau' | 'splits' | 'streamId' | 'position'> & {
  readonly unit: string;
  readonly splits: Readonly<Record<string, string>>;
};

interface Ports {
  readonly platform: Platform;
  readonly freshness: FreshnessWatch;
}

/** What a command would move is decided as the command itself is: of the whole. Only what the caller may see is shown. */
const portsOf = ({ platform, freshness }: Ports): ImpactPorts => ({
  ...wholeOf(platform),
  calendar: () => platform.calendar(),
  reach: async (position) => (await freshness.reach(position)).position,
});

const eventTitle = (registry: Registry, type: string): string => {
  const record = recordEventName(type);
  return titleOf(registry, record === undefined ? type : `record.${record}`);
};

const shown = async (
  { platform, freshness }: Ports,
  caller: Principal,
  bureau: string,
  impact: Impact,
): Promise<ShownImpact> => {
  const { registry } = platform;
  const titled = <Item>(item: Item, code: string): Titled<Item> => ({ ...item, title: titleOf(registry, code) });
  return withoutHidden(platform, caller, {
    ...impact,
    bureau,
    freshness: await freshness.now(),
    event: impact.event === null ? null : { ...impact.event, title: eventTitle(registry, impact.event.type) },
    postings: impact.postings.map(({ measure, office, on, cohort, splits, amount, person, factKey }) => {
      const unit = registry.measures.get(measure)?.unit ?? '';
      return titled({ measure, unit, office, on, cohort, splits: splitsOf(splits), amount, person, factKey }, measure);
    }),
    figures: impact.figures.map((figure) => titled(figure, figure.indicator)),
    seals: impact.seals.map((figure) => titled(figure, figure.indicator)),
    duties: impact.duties.map((duty) => titled(duty, duty.deadline)),
  });
};

/** What a command would move. @throws Rejected as the front door would */
export const impactOfCommand = async (ports: Ports, command: Command): Promise<ShownImpact> => {
  const { offices } = ports.platform;
  const { bureau, principal, streamId } = command;
  const visible = officesInScope(offices, principal, bureau);
  const asked = portsOf(ports);
  const impact = await impactOfPending(asked, streamId, visible, (stored) => eventOfCommand(asked, command, stored));
  return shown(ports, principal, bureau, impact);
};

/** What approving an open request would move. @rejects not-found, request-not-found, request-settled, later-events-conflict */
export const impactOfRequest = async (
  ports: Ports,
  caller: Principal,
  streamId: Uuid,
  requestId: Uuid,
): Promise<ShownImpact> => {
  const { offices, store } = ports.platform;
  const found = await store.load(streamId);
  if (found === undefined || !mayTouch(offices, caller, found)) throw new Rejected(reject('not-found'));
  const visible = officesInScope(offices, caller, found.bureau);
  const asked = portsOf(ports);
  const impact = await impactOfPending(asked, streamId, visible, (stored) =>
    eventOfRequest(asked, stored ?? found, requestId),
  );
  return shown(ports, caller, found.bureau, impact);
};

/** What a recorded event moved. @rejects not-found no such event, or one of a case of others */
export const impactOfEvent = async (ports: Ports, caller: Principal, position: number): Promise<ShownImpact> => {
  const { offices, store, feed } = ports.platform;
  const [event] = (await feed.read(position - 1, 1)).events;
  const stored = event?.position === position ? await store.load(event.streamId) : undefined;
  if (event === undefined || stored === undefined || !mayTouch(offices, caller, stored))
    throw new Rejected(reject('not-found'));
  const visible = officesInScope(offices, caller, event.bureau);
  return shown(ports, caller, event.bureau, await impactOfRecorded(portsOf(ports), event, visible));
};
