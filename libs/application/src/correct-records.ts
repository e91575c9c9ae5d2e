import { effectiveHistory, type FoldingContext, revalidate } from './history.js';
import {
  type AnyStream,
  type Command,
  type Moment,
  type RecordedEvent,
  type Rejection,
  compileValidator,
  reject,
} from './kernel.js';
import { type CorrectionRequested, type RecordEventName, recordEventName } from './record-events.js';

/** A record event about to be stored, or why not. */
export type RecordDecision = { readonly kind: 'record'; readonly data: object; readonly name: RecordEventName } | Rejection;

interface Situation {
  readonly stream: AnyStream;
  readonly events: readonly RecordedEvent[];
  readonly context: FoldingContext;
  readonly moment: Moment;
}

/**
 * Decides the four record commands: asking for a correction or void, approving it (a second person), declining it. What is
 * asked is tried out on the whole history first: it must leave every later event of the stream possible.
 * @rejects event-not-found        an event named is not on this stream
 * @rejects nothing-to-correct     a correction without changes
 * @rejects later-events-conflict  the stream would hold an event that could not have happened
 * @rejects request-not-found, request-settled, same-person
 */
export const decideRecordCommand = (name: RecordEventName, command: Command, situation: Situation): RecordDecision => {
  switch (name) {
    case 'CorrectionRequested':
      return request(command.data as CorrectionRequested, situation);
    case 'RecordCorrected':
    case 'RecordVoided':
      return approve(name, command, situation);
    case 'CorrectionDeclined':
      return openRequest(situation, (command.data as { requestId: string }).requestId) ?? { kind: 'record', name, data: command.data };
  }
};

const request = (data: CorrectionRequested, situation: Situation): RecordDecision => {
  const known = new Map(situation.events.map((event) => [event.eventId, event]));
  const unknown = data.eventIds.filter((id) => !known.has(id));
  if (unknown.length > 0) return reject('event-not-found', ...unknown.map((at) => ({ at, code: 'event-not-found' })));
  if (situation.events.some((event) => requestIdOf(event) === data.requestId)) return reject('request-settled');
  const trial = data.changes.length === 0 && data.office === undefined ? voidOf(data, '', situation.moment.today) : correctionOf(data, '', situation.moment.today);
  if (trial === undefined) return reject('nothing-to-correct');
  return tryOut(situation, trial.name, trial.data) ?? { kind: 'record', name: 'CorrectionRequested', data };
};

const approve = (name: 'RecordCorrected' | 'RecordVoided', command: Command, situation: Situation): RecordDecision => {
  const { requestId } = command.data as { requestId: string };
  const settled = openRequest(situation, requestId);
  if (settled !== undefined) return settled;
  const asked = situation.events.find((event) => recordEventName(event.type) === 'CorrectionRequested' && requestIdOf(event) === requestId);
  if (asked === undefined) return reject('request-not-found');
  if (asked.recordedBy === command.principal.name) return reject('same-person');
  const wanted = asked.data as CorrectionRequested;
  const made = (name === 'RecordVoided' ? voidOf : correctionOf)(wanted, asked.recordedBy, situation.moment.today);
  if (made === undefined) return reject('nothing-to-correct');
  return tryOut(situation, made.name, made.data) ?? { kind: 'record', ...made };
};

const requestIdOf = (event: RecordedEvent): string | undefined =>
  recordEventName(event.type) === undefined ? undefined : (event.data as { requestId: string }).requestId;

/** Undefined while the request is open; otherwise why it cannot be acted on. */
const openRequest = ({ events }: Situation, requestId: string): Rejection | undefined => {
  const about = events.filter((event) => requestIdOf(event) === requestId);
  if (about.length === 0) return reject('request-not-found');
  return about.length > 1 ? reject('request-settled') : undefined;
};

const voidOf = (data: CorrectionRequested, requestedBy: string, approvedOn: string) => ({
  name: 'RecordVoided' as const,
  data: { requestId: data.requestId, eventIds: data.eventIds, reason: data.reason, requestedBy, approvedOn },
});

const correctionOf = (data: CorrectionRequested, requestedBy: string, approvedOn: string) => {
  const [correctsEventId, ...more] = data.eventIds;
  if (correctsEventId === undefined || more.length > 0 || (data.changes.length === 0 && data.office === undefined)) return undefined;
  const { requestId, changes, office, reason } = data;
  return {
    name: 'RecordCorrected' as const,
    data: { requestId, correctsEventId, changes, ...(office === undefined ? {} : { office }), reason, requestedBy, approvedOn },
  };
};

/** Undefined when the history stays valid with the record event; else the rejection that lists what would break. */
const tryOut = ({ stream, events, context, moment }: Situation, name: RecordEventName, data: object): Rejection | undefined => {
  const last = events[events.length - 1];
  if (last === undefined) return reject('not-found');
  const line = stream.type.slice(0, stream.type.indexOf('.'));
  const trial: RecordedEvent = { ...last, eventId: 'trial', type: `${line}.${name}`, data, version: last.version + 1 };
  const history = effectiveHistory(stream, [...events, trial]);
  const invalid = history.flatMap(({ event, data: corrected }) => {
    const definition = stream.events[event.type];
    return definition === undefined ? [] : compileValidator(definition.fields)(corrected, moment.today);
  });
  if (invalid.length > 0) return reject('invalid-data', ...invalid);
  const { conflicts } = revalidate(stream, history, context);
  return conflicts.length > 0 ? reject('later-events-conflict', ...conflicts) : undefined;
};
