import {
  type DataOf,
  type EventDefinition,
  code,
  date,
  enumeration,
  list,
  optional,
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

const requestFields = {
  requestId: ref(),
  eventIds: list(ref(), 1, 50),
  changes: list(change, 0, 50),
  office: optional(code()),
  reason: correctionReasons,
  note: optional(text()),
  requestedOn: date(),
};
const correctedFields = {
  requestId: ref(),
  correctsEventId: ref(),
  changes: list(change, 0, 50),
  office: optional(code()),
  reason: correctionReasons,
  requestedBy: text(200),
  approvedOn: date(),
};
const voidedFields = {
  requestId: ref(),
  eventIds: list(ref(), 1, 50),
  reason: correctionReasons,
  requestedBy: text(200),
  approvedOn: date(),
};
const declinedFields = { requestId: ref(), note: text(), declinedOn: date() };

export type CorrectionRequested = DataOf<typeof requestFields>;
export type RecordCorrected = DataOf<typeof correctedFields>;
export type RecordVoided = DataOf<typeof voidedFields>;
export type CorrectionDeclined = DataOf<typeof declinedFields>;

/** The events any stream of any line may carry: a wrong record is put right by further records, never changed. */
export const recordEvents = {
  CorrectionRequested: { datedBy: 'requestedOn', fields: requestFields },
  RecordCorrected: { datedBy: 'approvedOn', fields: correctedFields },
  RecordVoided: { datedBy: 'approvedOn', fields: voidedFields },
  CorrectionDeclined: { datedBy: 'declinedOn', fields: declinedFields },
} as const;

export type RecordEventName = keyof typeof recordEvents;

const commands: Readonly<Record<RecordEventName, string>> = {
  CorrectionRequested: 'RequestCorrection',
  RecordCorrected: 'ApproveCorrection',
  RecordVoided: 'ApproveVoid',
  CorrectionDeclined: 'DeclineCorrection',
};

/** The record events of a line, as definitions with the line's own type names. */
export const recordEventsOf = (line: string): readonly EventDefinition[] =>
  (Object.keys(recordEvents) as RecordEventName[]).map((name) => ({
    type: `${line}.${name}`,
    schemaVersion: 1,
    command: commands[name],
    ...recordEvents[name],
  }));

/** The record event a type names, or undefined for an event of the line's own. */
export const recordEventName = (type: string): RecordEventName | undefined => {
  const name = type.slice(type.indexOf('.') + 1);
  return name in recordEvents ? (name as RecordEventName) : undefined;
};
