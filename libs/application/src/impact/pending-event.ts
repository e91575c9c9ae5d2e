import { asRecorded } from '../append-items.js';
import { type RecordDecision, type Request, type Situation, effectOf, effectOfRequest } from '../correct-records.js';
import { type DecidingPorts, decideCommand, definitionOf } from '../decide-command.js';
import { type Command, type RecordedEvent, Rejected, type Uuid, reject } from '../kernel.js';
import type { StoredStream } from '../ports/event-store.js';
import { recordEventName } from '../record-events.js';

/** An event that is not recorded, on the stream it would stand on. */
export interface PendingEvent {
  readonly event: RecordedEvent;
  readonly stored: StoredStream | undefined;
}

const situationOf = ({ registry, clock, calendar }: DecidingPorts, stored: StoredStream): Situation => {
  const found = registry.stream(stored.streamType);
  if (found === undefined) throw new Rejected(reject('wrong-stream'));
  const context = { settings: registry.settingsOf(found.line.code), calendar: calendar() };
  return { stream: found.stream, events: stored.events, context, moment: clock.now() };
};

/** The record event of a decision, after the last event of its stream. */
const following = (stored: StoredStream, { name, data }: RecordDecision): RecordedEvent => {
  const last = stored.events.at(-1) as RecordedEvent;
  const line = stored.streamType.slice(0, stored.streamType.indexOf('.'));
  const { version, position, schemaVersion: _, ...rest } = last;
  return { ...rest, type: `${line}.${name}`, schemaVersion: 1, data, version: version + 1, position: position + 1 };
};

/**
 * The event a command would record. What asks for a correction or a void counts nowhere by itself: then it is the event that its
 * approval would record. Undefined where nothing would be.
 * @throws Rejected as the front door would
 */
export const eventOfCommand = (
  ports: DecidingPorts,
  command: Command,
  stored: StoredStream | undefined,
): PendingEvent | undefined => {
  const definition = definitionOf(ports.registry, command);
  const decision = decideCommand(ports, definition, command, stored);
  if (decision.kind === 'reject') throw new Rejected(decision);
  if (decision.kind !== 'event') return undefined;
  const { event } = decision;
  if (stored !== undefined && recordEventName(event.type) === 'CorrectionRequested') {
    const { today } = ports.clock.now();
    const effect = effectOf(event.data as Request, event.eventId, command.principal.name, today);
    return { event: { ...following(stored, effect), eventId: event.eventId }, stored };
  }
  const streamType = stored?.streamType ?? definition.stream?.type ?? '';
  return { event: { ...asRecorded(event, command, stored?.version ?? 0), streamType }, stored };
};

/**
 * The event that approving an open request would record as things stand.
 * @throws Rejected request-not-found, request-settled, later-events-conflict
 */
export const eventOfRequest = (ports: DecidingPorts, stored: StoredStream, requestId: Uuid): PendingEvent => {
  const effect = effectOfRequest(requestId, situationOf(ports, stored));
  if (effect.kind === 'reject') throw new Rejected(effect);
  return { event: { ...following(stored, effect), eventId: requestId }, stored };
};
