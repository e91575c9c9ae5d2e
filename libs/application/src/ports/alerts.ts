import type { Narrowing } from '../indicator.js';
import type { BureauCode, Instant, LocalDate, OfficeCode, Uuid } from '../kernel.js';

/** `pace`: a target behind its pace; `duty`: a deadline that is near or has passed. */
export const alertKinds = ['pace', 'duty'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Why a target is behind, with all it rests on. Numbers are exact decimals as text; shares in per cent, with two decimals. */
export interface PaceEvidence {
  readonly row: string;
  readonly indicator: string;
  readonly where?: Narrowing;
  readonly from: LocalDate;
  /** Last day counted. */
  readonly to: LocalDate;
  /** Start of the definition in force, its edition, and the hash of all it rests on. */
  readonly version?: LocalDate;
  readonly revision?: number;
  readonly definition?: string;
  readonly unit: string;
  readonly value: string;
  readonly operator: string;
  readonly target: string;
  readonly completion: string | null;
  readonly elapsed: string;
  readonly gap: string | null;
  /** Percentage points a target may lie behind the months gone by before it is told. */
  readonly margin: string;
}

/** What falls due when. */
export interface DutyEvidence {
  readonly deadline: string;
  readonly factKey: string;
  readonly dueOn: LocalDate;
  /** The day may move yet: the calendar of its year is not published. */
  readonly provisional: boolean;
}

/** Something that stands out now. */
export type StandingAlert = {
  /** The sheet, or the case. */
  readonly streamId: Uuid;
  /** What of it; the same text is the same alert as long as it stands. */
  readonly item: string;
  /** Who sees it: whoever sees this office. */
  readonly office: OfficeCode;
} & (
  | { readonly kind: 'pace'; readonly evidence: PaceEvidence }
  | { readonly kind: 'duty'; readonly evidence: DutyEvidence }
);

/** An alert as it was told. */
export type Alert = StandingAlert & {
  readonly id: number;
  readonly bureau: BureauCode;
  /** 1, or one more than when the same stood out before. */
  readonly episode: number;
  readonly openedOn: LocalDate;
  readonly openedAt: Instant;
  /** Position the evidence is known at. */
  readonly position: number;
  /** Null as long as it stands. */
  readonly endedOn: LocalDate | null;
};

/** One look at a bureau: on which day, at which instant, with figures of which position. */
export interface AlertLook {
  readonly bureau: BureauCode;
  readonly day: LocalDate;
  readonly now: Instant;
  readonly position: number;
}

export interface AlertQuery {
  readonly bureau: BureauCode;
  readonly offices: readonly OfficeCode[];
  readonly state: 'open' | 'ended' | 'all';
  readonly kind?: AlertKind;
  /** Id of the last alert of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/** Where alerts are kept. */
export interface Alerts {
  /** Bureaus looked at on a day or later. */
  lookedAt(day: LocalDate): Promise<ReadonlySet<BureauCode>>;
  /**
   * Puts down what stands out at a look: what stood open stays as it was told, what is new opens, what stands no longer ends.
   * Undefined, with nothing changed, where a newer look was put down before.
   */
  settle(
    look: AlertLook,
    standing: readonly StandingAlert[],
  ): Promise<{ readonly opened: number; readonly ended: number } | undefined>;
  /** Newest first. */
  list(query: AlertQuery): Promise<readonly Alert[]>;
}
