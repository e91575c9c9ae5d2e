import type { Instant, LocalDate } from './dates.js';
import type { Uuid } from './ids.js';
import type { DataOf, Fields } from './schema.js';

/** What happened, as a line's rules see it. `type` is `<line>.<PastTense>`. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Who did the business where: GB/T 2260 code of the county bureau, and the office (司法所, 股室, 中心) below it. */
export type BureauCode = string;
export type OfficeCode = string;

export const sources = ['MANUAL', 'IMPORT', 'EXCHANGE', 'MIGRATION', 'SYSTEM'] as const;
export type Source = (typeof sources)[number];

export interface Evidence {
  readonly docKind: string;
  readonly docNo: string;
  readonly fileHash?: string;
}

/**
 * An event as stored: the envelope of DOMAIN 2.1. `position` is its place in the one log, `version` its place in the
 * stream; `occurredOn` is the business date that decides the period, `recordedAt` the instant we stored it.
 */
export interface RecordedEvent<Type extends string = string, Data extends object = object> extends DomainEvent<
  Type,
  Data
> {
  readonly position: number;
  readonly streamId: Uuid;
  /** `<line>.<stream>`, `corrections.case`. */
  readonly streamType: string;
  readonly version: number;
  readonly eventId: Uuid;
  readonly schemaVersion: number;
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  /** Office that owned the stream when it opened; never changes, and is the key of the topic. */
  readonly owner: OfficeCode;
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly approvedBy?: string;
  readonly source: Source;
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  readonly causationId?: Uuid;
  readonly evidence?: readonly Evidence[];
}

/** An event type: its permanent name, the command that records it, the payload field that dates it, its payload. */
export interface EventDefinition<Type extends string = string, F extends Fields = Fields> {
  readonly type: Type;
  readonly schemaVersion: number;
  /** Past tense is recorded by the imperative: `SubjectReceived` by `ReceiveSubject`. */
  readonly command: string;
  /** One of `fields`. */
  readonly datedBy: string;
  readonly fields: F;
  /** True where a 文书字号 (document number) among the evidence or payload is mandatory. */
  readonly documentRequired?: boolean;
  /** What a caller must be allowed beyond recording: `periods:reopen`. */
  readonly right?: string;
  /** Its payload is worked out by the platform: no caller may send it. */
  readonly derived?: true;
}

/** Declares an event type; the literal types of name and fields are kept. */
export const defineEvent = <const Type extends string, const F extends Fields>(
  definition: Omit<EventDefinition<Type, F>, 'schemaVersion'> & {
    readonly datedBy: keyof F & string;
    readonly schemaVersion?: number;
  },
): EventDefinition<Type, F> => ({ schemaVersion: 1, ...definition });

/** The union of events that a table of definitions describes. */
export type EventOf<Definitions extends Readonly<Record<string, EventDefinition>>> = {
  [Name in keyof Definitions]: Definitions[Name] extends EventDefinition<infer Type, infer F>
    ? DomainEvent<Type, DataOf<F>>
    : never;
}[keyof Definitions];

/** Definitions by their type; a phase of the procedure is one table, and tables are spread into a stream's. */
export const eventTable = <const Definitions extends readonly EventDefinition[]>(
  ...definitions: Definitions
): { readonly [Definition in Definitions[number] as Definition['type']]: Definition } =>
  Object.fromEntries(definitions.map((definition) => [definition.type, definition])) as never;
