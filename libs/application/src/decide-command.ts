import { type Decision, asRecorded, newEvent } from './append-items.js';
import { decideRecordCommand } from './correct-records.js';
import {
  type EffectiveEvent,
  type FoldingContext,
  effectiveHistory,
  fold,
  happened,
  judge,
  revalidate,
} from './history.js';
import {
  type AnyStream,
  type Command,
  type EventDefinition,
  type Nothing,
  type Reach,
  Rejected,
  type Rejection,
  type WorkingDayCalendar,
  reject,
} from './kernel.js';
import { inScope, mayTouch, reachOf } from './office-scope.js';
import type { Clock } from './ports/clock.js';
import type { StoredStream } from './ports/event-store.js';
import type { OfficeDirectory } from './ports/office-directory.js';
import type { CommandDefinition, Registry } from './registry.js';

export interface DecidingPorts {
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly clock: Clock;
  readonly calendar: () => WorkingDayCalendar;
}

/** @throws Rejected unknown-command */
export const definitionOf = (registry: Registry, command: Command): CommandDefinition => {
  const definition = registry.commands.get(command.type);
  if (definition === undefined) throw new Rejected(reject('unknown-command'));
  return definition;
};

/**
 * Decides what a command would store: its payload, its office, the step, the rule, and everything dated later.
 * Rejections that rest on the state are returned, because a repeat may still have its first answer.
 * @throws Rejected where the command is at fault whatever the state
 */
export const decideCommand = (
  ports: DecidingPorts,
  definition: CommandDefinition,
  command: Command,
  stored: StoredStream | undefined,
): Decision | Rejection | Nothing => {
  const moment = ports.clock.now();
  const { event: recorded, record } = definition;
  const wrong = definition.validate(command.data, moment.today);
  if (wrong.length > 0) throw new Rejected(reject('invalid-data', ...wrong));
  const occurredOn =
    recorded === undefined ? moment.today : ((command.data as Record<string, string>)[recorded.datedBy] as string);
  if (occurredOn > moment.today)
    throw new Rejected(reject('invalid-data', { at: `data.${recorded?.datedBy}`, code: 'in-the-future' }));
  if (recorded?.documentRequired === true && !namesDocument(command))
    throw new Rejected(reject('document-number-missing', { at: 'evidence', code: 'missing' }));
  checkOffice(ports.offices, command, occurredOn, stored);
  const streamType = definition.stream?.type ?? stored?.streamType;
  if (streamType === undefined) throw new Rejected(reject('not-found'));
  const found = ports.registry.stream(streamType);
  if (found === undefined || (stored !== undefined && stored.streamType !== streamType))
    throw new Rejected(reject('wrong-stream'));
  if (stored === undefined && !opens(found.stream, recorded)) throw new Rejected(reject('not-found'));
  if (command.expectedVersion !== undefined && command.expectedVersion !== (stored?.version ?? 0))
    return reject('stale-version', { at: 'version', code: String(stored?.version ?? 0) });
  const context = { settings: ports.registry.settingsOf(found.line.code), calendar: ports.calendar() };
  const { stream } = found;
  const events = stored?.events ?? [];
  if (record === undefined) {
    const event = newEvent(command, recorded as EventDefinition, command.data, occurredOn);
    const item = {
      event: asRecorded(event, command, events.length),
      occurredOn,
      office: event.office,
      data: event.data,
    };
    const judged = judgeInOrder(
      stream,
      effectiveHistory(stream, events),
      item,
      { ...command, reach: reachOf(ports.offices, command.principal) },
      context,
    );
    return judged.kind === 'keys' ? { ...judged, kind: 'event', event } : judged;
  }
  const decided = decideRecordCommand(record, command, { stream, events, context, moment });
  if (decided.kind === 'reject') return decided;
  const type = ports.registry.event(`${found.line.code}.${decided.name}`) as EventDefinition;
  const event = newEvent(command, type, decided.data, moment.today);
  const keysAfter = (history: typeof events): readonly string[] =>
    keysOf(stream, fold(stream, effectiveHistory(stream, history), context));
  return {
    kind: 'event',
    event,
    keysBefore: keysAfter(events),
    keysAfter: keysAfter([...events, asRecorded(event, command, events.length)]),
  };
};

/** Whether a stream may begin with the event. What goes on from nothing is told what is told of a stream out of reach. */
const opens = ({ steps, initial }: AnyStream, event: EventDefinition | undefined): boolean =>
  event !== undefined && (steps[initial.status] ?? []).includes(event.type);

interface Keys {
  readonly kind: 'keys';
  readonly keysBefore: readonly string[];
  readonly keysAfter: readonly string[];
}

/** Asks the rules in business-date order: the past up to the event decides it, and everything later must stay possible. */
const judgeInOrder = (
  stream: AnyStream,
  history: readonly EffectiveEvent[],
  candidate: EffectiveEvent,
  { approvedBy, principal, reach }: Command & { readonly reach: Reach },
  context: FoldingContext,
): Keys | Rejection | Nothing => {
  const split = history.findLastIndex((item) => item.occurredOn <= candidate.occurredOn) + 1;
  const later = history.slice(split);
  const past = fold(stream, history.slice(0, split), context);
  const verdict = judge(stream, past, candidate, context, reach);
  if (verdict.kind !== 'accept') return verdict;
  if (verdict.confirm.length > 0 && (approvedBy === undefined || approvedBy === principal.name))
    return reject('approval-required', ...verdict.confirm.map((code) => ({ at: 'approvedBy', code })));
  const then = stream.evolve(past, happened(candidate), context.settings);
  const { state, conflicts } = revalidate(stream, later, context, then);
  if (conflicts.length > 0) return reject('later-events-conflict', ...conflicts);
  const before = later.length === 0 ? past : fold(stream, later, context, past);
  return { kind: 'keys', keysBefore: keysOf(stream, before), keysAfter: keysOf(stream, state) };
};

const keysOf = (stream: AnyStream, state: { readonly status: string }): readonly string[] => stream.keys?.(state) ?? [];

/** A 文书字号 stands among the evidence, or in a payload field that holds one (`docNo`, `certificateNo`, …). */
const namesDocument = ({ evidence = [], data }: Command): boolean =>
  evidence.length > 0 || Object.entries(data).some(([name, value]) => name.endsWith('No') && typeof value === 'string');

/** The caller's office must exist on that day and be in its scope; a stream of others is as if it were not there. */
const checkOffice = (
  offices: OfficeDirectory,
  command: Command,
  occurredOn: string,
  stored: StoredStream | undefined,
): void => {
  const office = offices.find(command.office);
  if (office === undefined || office.bureau !== command.bureau || !inScope(offices, command.principal, command.office))
    throw new Rejected(reject('not-found', { at: 'office', code: 'not-found' }));
  if (office.validFrom > occurredOn || (office.validTo !== null && office.validTo < occurredOn))
    throw new Rejected(reject('office-not-active', { at: 'office', code: 'office-not-active' }));
  if (stored === undefined) return;
  if (stored.bureau !== command.bureau || !mayTouch(offices, command.principal, stored))
    throw new Rejected(reject('not-found'));
};
