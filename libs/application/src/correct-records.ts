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
import {
  type RecordCommandData,
  type RecordCommandName,
  type RecordEventData,
  type RecordEventName,
  recordEventName,
} from './record-events.js';

/** A record event about to be stored. */
export interface RecordDecision {
  readonly kind: 'record';
  readonly name: RecordEventName;
  readonly data: object;
}

/** A stream as it stands when a record command is decided. */
export interface Situation {
  readonly stream: AnyStream;
  readonly events: readonly RecordedEvent[];
  readonly context: FoldingContext;
  readonly moment: Moment;
}

export type Request = RecordEventData<'CorrectionRequested'>;

/**
 * Decides the record commands: asking for a correction or void, approving it (a second person), declining it. What is asked
 * is tried out on the whole history first, and again when it is approved: it must leave every event of the stream possible.
 * @rejects not-correctable        the stream's own procedure is the only way back
 * @rejects event-not-found        an event named is not on this stream
 * @rejects nothing-to-correct     a correction without changes
 * @rejects later-events-conflict  the stream would hold an event that could not have happened
 * @rejects request-not-found, request-settled, same-person
 */
export const decideRecordCommand = (
  name: RecordCommandName,
  command: Command,
  situation: Situation,
): RecordDecision | Rejection => {
  if (situation.stream.fixed === true) return reject('not-correctable');
  const { today } = situation.moment;
  switch (name) {
    case 'RequestCorrection': {
      const { eventId, patch = {}, ...rest } = command.data as RecordCommandData<'RequestCorrection'>;
      const changes = changesOf(patch, eventId, situation);
      if (changes.length === 0 && rest.office === undefined) return reject('nothing-to-correct');
      return request({ ...rest, eventIds: [eventId], changes, requestedOn: today }, situation);
    }
    case 'RequestVoid':
      return request(
        { ...(command.data as RecordCommandData<'RequestVoid'>), changes: [], requestedOn: today },
        situation,
      );
    case 'ApproveCorrection':
      return approve(command, situation);
    case 'DeclineCorrection': {
      const data = command.data as RecordCommandData<'DeclineCorrection'>;
      const found = openRequest(situation, data.requestId);
      return 'code' in found
        ? found
        : { kind: 'record', name: 'CorrectionDeclined', data: { ...data, declinedOn: today } };
    }
  }
};

/** What a patch changes, beside what stands there now; a field that keeps its value is no change. */
const changesOf = (
  patch: Readonly<Record<string, unknown>>,
  eventId: string,
  { stream, events }: Situation,
): Request['changes'] => {
  const item = effectiveHistory(stream, events).find(({ event }) => event.eventId === eventId);
  const current = (item?.data ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(patch)
    .map(([field, after]) => ({
      field,
      ...(current[field] === undefined ? {} : { before: JSON.stringify(current[field]) }),
      ...(after === null ? {} : { after: JSON.stringify(after) }),
    }))
    .filter(({ before, after }) => before !== after);
};

const request = (data: Request, situation: Situation): RecordDecision | Rejection => {
  const known = new Set(situation.events.map((event) => event.eventId));
  const unknown = data.eventIds.filter((id) => !known.has(id));
  if (unknown.length > 0) return reject('event-not-found', ...unknown.map((at) => ({ at, code: 'event-not-found' })));
  const effect = effectOf(data, '', 'nobody yet', situation.moment.today);
  return tryOut(situation, effect) ?? { kind: 'record', name: 'CorrectionRequested', data };
};

const approve = (command: Command, situation: Situation): RecordDecision | Rejection => {
  const { requestId } = command.data as RecordCommandData<'ApproveCorrection'>;
  const asked = openRequest(situation, requestId);
  if ('code' in asked) return asked;
  if (asked.recordedBy === command.principal.name) return reject('same-person');
  return effectOfRequest(requestId, situation);
};

/**
 * What an open request becomes when it is approved as things stand.
 * @rejects request-not-found, request-settled, later-events-conflict
 */
export const effectOfRequest = (requestId: string, situation: Situation): RecordDecision | Rejection => {
  const asked = openRequest(situation, requestId);
  if ('code' in asked) return asked;
  const effect = effectOf(asked.data as Request, asked.eventId, asked.recordedBy, situation.moment.today);
  return tryOut(situation, effect) ?? effect;
};

/** The request while it is open; otherwise why it cannot be acted on. */
const openRequest = ({ events }: Situation, requestId: string): RecordedEvent | Rejection => {
  const asked = events.find(
    (event) => event.eventId === requestId && recordEventName(event.type) === 'CorrectionRequested',
  );
  if (asked === undefined) return reject('request-not-found');
  const settled = events.some(
    (event) =>
      recordEventName(event.type) !== undefined && (event.data as { requestId?: string }).requestId === requestId,
  );
  return settled ? reject('request-settled') : asked;
};

/** The event an approved request becomes. */
export const effectOf = (
  { eventIds, changes, office, reason }: Request,
  requestId: string,
  requestedBy: string,
  approvedOn: string,
): RecordDecision => {
  const common = { requestId, reason, requestedBy, approvedOn };
  return changes.length === 0 && office === undefined
    ? { kind: 'record', name: 'RecordVoided', data: { ...common, eventIds } }
    : {
        kind: 'record',
        name: 'RecordCorrected',
        data: { ...common, correctsEventId: eventIds[0], changes, ...(office === undefined ? {} : { office }) },
      };
};

/** Undefined when the history stays valid with the record event; else the rejection that lists what would break. */
const tryOut = (
  { stream, events, context, moment }: Situation,
  { name, data }: RecordDecision,
): Rejection | undefined => {
  const last = events[events.length - 1] as RecordedEvent;
  const line = stream.type.slice(0, stream.type.indexOf('.'));
  const trial: RecordedEvent = { ...last, eventId: 'trial', type: `${line}.${name}`, data, version: last.version + 1 };
  const history = effectiveHistory(stream, [...events, trial]);
  const invalid = history.flatMap((item) => {
    const definition = stream.events[item.event.type];
    return definition === undefined ? [] : compileValidator(definition.fields)(item.data, moment.today);
  });
  if (invalid.length > 0) return reject('invalid-data', ...invalid);
  const { conflicts } = revalidate(stream, history, context);
  return conflicts.length > 0 ? reject('later-events-conflict', ...conflicts) : undefined;
};
