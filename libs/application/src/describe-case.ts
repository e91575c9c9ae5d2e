import { stateTitle, titleOf } from './describe-lines.js';
import { effectiveHistory, fold } from './history.js';
import type { Fact } from './facts.js';
import type { LocalDate, Principal, RecordedEvent, Uuid, WorkingDayCalendar } from './kernel.js';
import { mayTouch } from './office-scope.js';
import { FactPoster } from './post-facts.js';
import type { EventStore, StoredStream } from './ports/event-store.js';
import type { DutyRow } from './ports/ledger.js';
import type { OfficeDirectory } from './ports/office-directory.js';
import { recordEventName } from './record-events.js';
import type { Registry } from './registry.js';

/** An event of a case with what it counts as today: unchanged, corrected, out, or a record about another event. */
export interface DescribedEvent extends RecordedEvent {
  readonly title: string;
  readonly standing: 'in-force' | 'corrected' | 'voided' | 'record';
  /** What counts instead of what was first recorded; set where corrected. */
  readonly effective?: { readonly occurredOn: LocalDate; readonly office: string; readonly data: object };
}

/** A step the state allows: the event, and the command that records it. */
export interface NextStep {
  readonly event: string;
  readonly command: string;
  readonly title: string;
}

/** One case as its events tell it: what happened, what stands, what may follow, what is due. */
export interface CaseDescription {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly title: string;
  readonly bureau: string;
  readonly owner: string;
  readonly version: number;
  readonly position: number;
  readonly state: string;
  readonly stateTitle: string;
  readonly allowedNext: readonly NextStep[];
  /** Oldest first, in the order they were recorded. */
  readonly events: readonly DescribedEvent[];
  readonly facts: readonly Fact[];
  readonly duties: readonly Omit<DutyRow, 'bureau' | 'streamId' | 'position'>[];
}

export interface CasePorts {
  readonly store: Pick<EventStore, 'load'>;
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  calendar(): WorkingDayCalendar;
}

/** Event types as steps a page can offer; those the platform works out by itself are none. */
export const nextSteps = (registry: Registry, types: readonly string[]): readonly NextStep[] =>
  types.flatMap((event) => {
    if (registry.event(event)?.derived === true) return [];
    const line = event.slice(0, event.indexOf('.'));
    return [{ event, command: `${line}.${registry.event(event)?.command ?? ''}`, title: titleOf(registry, event) }];
  });

/**
 * Describes a case from its events alone, so that it shows what was just recorded. Undefined when there is none of that
 * type or the principal may not see it: the two are not told apart. `asOf`: as it was known at a position of the log.
 */
export const describeCase = async (
  ports: CasePorts,
  principal: Principal,
  streamType: string,
  streamId: Uuid,
  asOf?: number,
): Promise<CaseDescription | undefined> => {
  const stored = await ports.store.load(streamId, asOf);
  const found = ports.registry.stream(streamType);
  if (stored === undefined || found === undefined || stored.streamType !== streamType) return undefined;
  if (!mayTouch(ports.offices, principal, stored)) return undefined;
  const { registry } = ports;
  const { stream, line } = found;
  const history = effectiveHistory(stream, stored.events);
  const { status } = fold(stream, history, { settings: registry.settingsOf(line.code), calendar: ports.calendar() });
  const { version, bureau, owner, events } = stored;
  return {
    streamId,
    streamType,
    title: titleOf(registry, streamType),
    bureau,
    owner,
    version,
    position: events[events.length - 1]?.position ?? 0,
    state: status,
    stateTitle: stateTitle(registry, streamType, status),
    allowedNext: nextSteps(registry, stream.steps[status] ?? []),
    events: describeEvents(registry, stored, history),
    ...(await foldFacts(ports, stored)),
  };
};

const describeEvents = (
  registry: Registry,
  { events }: StoredStream,
  history: ReturnType<typeof effectiveHistory>,
): readonly DescribedEvent[] => {
  const counting = new Map(history.map((item) => [item.event.eventId, item]));
  return events.map((event) => {
    const record = recordEventName(event.type);
    const title = titleOf(registry, record === undefined ? event.type : `record.${record}`);
    if (record !== undefined) return { ...event, title, standing: 'record' };
    const now = counting.get(event.eventId);
    if (now === undefined) return { ...event, title, standing: 'voided' };
    const { occurredOn, office, data } = now;
    if (data === event.data && office === event.office) return { ...event, title, standing: 'in-force' };
    return { ...event, title, standing: 'corrected', effective: { occurredOn, office, data } };
  });
};

const foldFacts = async (
  { registry, calendar }: CasePorts,
  stored: StoredStream,
): Promise<Pick<CaseDescription, 'facts' | 'duties'>> => {
  const upTo = async (_: Uuid, position: number) => stored.events.filter((event) => event.position <= position);
  const poster = new FactPoster(registry, calendar(), upTo, () => undefined);
  await poster.apply(stored.events);
  const [folded] = poster.takeTouched();
  if (folded === undefined) return { facts: [], duties: [] };
  const duties = poster.dutyRows(folded).map(({ bureau, streamId, position, ...duty }) => duty);
  return { facts: folded.facts, duties };
};
