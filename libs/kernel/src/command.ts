import type { Instant, LocalDate } from './dates.js';
import type { BureauCode, Evidence, OfficeCode, Source } from './event.js';
import type { Uuid } from './ids.js';

/** Who asks: a person or program, the roles it has, and the offices (with everything below them) it may touch. */
export interface Principal {
  readonly name: string;
  readonly roles: readonly string[];
  readonly offices: readonly OfficeCode[];
}

/**
 * An order to record one event on one stream, as plain data. `type` is `<line>.<Imperative>`; `data` has the shape of the
 * event it records. A repeat with the same `commandId` gets the first answer again.
 */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly streamId: Uuid;
  readonly data: Data;
  readonly commandId: Uuid;
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  readonly principal: Principal;
  readonly source: Source;
  readonly correlationId: Uuid;
  readonly causationId?: Uuid;
  readonly evidence?: readonly Evidence[];
  /** A second person who approved what a soft rule asks to confirm. */
  readonly approvedBy?: string;
  /** The stream version the caller saw (`If-Match`); absent means the newest. */
  readonly expectedVersion?: number;
}

/** What the caller learns once the events are durable. `position` is the read-your-writes token. */
export interface Receipt {
  readonly streamId: Uuid;
  readonly version: number;
  readonly position: number;
  readonly eventIds: readonly Uuid[];
  /** False when the command was a retry of what is already so, and nothing was stored. */
  readonly recorded: boolean;
}

/** The clock, ids and randomness a rule or a use case may not reach for by itself. */
export interface Moment {
  readonly now: Instant;
  /** The Shanghai date of `now`. */
  readonly today: LocalDate;
}
