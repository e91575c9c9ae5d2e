import {
  type DataOf,
  type EventDefinition,
  type Fields,
  code,
  date,
  enumeration,
  list,
  optional,
  patch,
  record,
  ref,
  text,
} from './kernel.js';

export const correctionReasons = enumeration('record.reason', [
  'entry-error',
  'document-corrected',
  'notice-from-above',
  'found-by-check',
  'entered-twice',
  'wrong-subject',
  'did-not-happen',
  'other',
]);

const change = record({
  field: code(),
  /** JSON of the value replaced; absent where there was none. */
  before: optional(text(4000)),
  /** JSON of the value put in its place; absent removes an optional field. */
  after: optional(text(4000)),
});

/** The event id of the request. */
const requestId = ref();
const eventIds = list(ref(), 1, 50);
const reason = correctionReasons;
const note = optional(text());

/** What a caller says. The day and the persons are added by the platform. */
export const recordCommands = {
  /** The right values of one event, and the office where that was wrong. */
  RequestCorrection: { eventId: ref(), patch: optional(patch()), office: optional(code()), reason, note },
  RequestVoid: { eventIds, reason, note },
  ApproveCorrection: { requestId },
  DeclineCorrection: { requestId, note: text() },
} as const satisfies Readonly<Record<string, Fields>>;

export type RecordCommandName = keyof typeof recordCommands;
export type RecordCommandData<Name extends RecordCommandName> = DataOf<(typeof recordCommands)[Name]>;

/** The events any stream of any line may carry: a wrong record is put right by further records, never changed. */
export const recordEvents = {
  /** A correction (with changes) or void (without) that waits for a second person; it has no effect of its own. */
  CorrectionRequested: {
    datedBy: 'requestedOn',
    fields: { eventIds, changes: list(change, 0, 50), office: optional(code()), reason, note, requestedOn: date() },
  },
  RecordCorrected: {
    datedBy: 'approvedOn',
    fields: {
      requestId,
      correctsEventId: ref(),
      changes: list(change, 0, 50),
      office: optional(code()),
      reason,
      requestedBy: text(200),
      approvedOn: date(),
    },
  },
  RecordVoided: {
    datedBy: 'approvedOn',
    fields: { requestId, eventIds, reason, requestedBy: text(200), approvedOn: date() },
  },
  CorrectionDeclined: { datedBy: 'declinedOn', fields: { requestId, note: text(), declinedOn: date() } },
} as const;

export type RecordEventName = keyof typeof recordEvents;
export type RecordEventData<Name extends RecordEventName> = DataOf<(typeof recordEvents)[Name]['fields']>;
export type RecordCorrected = RecordEventData<'RecordCorrected'>;
export type RecordVoided = RecordEventData<'RecordVoided'>;

/** The command that records each record event first; an approval records a correction or a void as was asked. */
const recordedBy: Readonly<Record<RecordEventName, RecordCommandName>> = {
  CorrectionRequested: 'RequestCorrection',
  RecordCorrected: 'ApproveCorrection',
  RecordVoided: 'ApproveCorrection',
  CorrectionDeclined: 'DeclineCorrection',
};

/** The record events of a line, as definitions with the line's own type names. */
export const recordEventsOf = (line: string): readonly EventDefinition[] =>
  (Object.keys(recordEvents) as RecordEventName[]).map((name) => ({
    type: `${line}.${name}`,
    schemaVersion: 1,
    command: recordedBy[name],
    ...recordEvents[name],
  }));

const named = new Map<string, RecordEventName | null>();

/** The record event a type names, or undefined for an event of the line's own. Asked of every event, so remembered. */
export const recordEventName = (type: string): RecordEventName | undefined => {
  let name = named.get(type);
  if (name === undefined) {
    const own = type.slice(type.indexOf('.') + 1);
    name = own in recordEvents ? (own as RecordEventName) : null;
    named.set(type, name);
  }
  return name ?? undefined;
};
