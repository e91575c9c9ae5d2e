/** What the API answers, as far as the page reads it. */
export interface Freshness {
  readonly position: number;
  readonly head: number;
  /** Milliseconds. */
  readonly lag: number;
  readonly stale: boolean;
}

export interface Period {
  readonly scheme: string;
  readonly from: string;
  readonly to: string;
}

export interface Value {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly value: string | null;
  readonly printed: string;
  readonly decimals: number;
  readonly variant?: string;
  readonly of?: string;
  readonly missing: number;
  readonly seal?: { readonly state: string; readonly reported: { readonly printed: string } };
}
export interface Figures {
  readonly period: Period;
  readonly position: number;
  readonly freshness: Freshness;
  readonly values: readonly Value[];
}

export interface EvidenceRow {
  readonly streamId: string;
  readonly factKey?: string;
  readonly office: string;
  readonly on: string;
  readonly amount: string;
  readonly person?: string | null;
  readonly splits?: Readonly<Record<string, unknown>>;
  readonly fact?: { readonly kind: string; readonly fields: Readonly<Record<string, unknown>> };
  readonly case?: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
}
export interface Evidence {
  readonly code: string;
  readonly title: string;
  readonly bureau: string;
  readonly position: number;
  readonly period: Period;
  readonly terms: readonly {
    readonly measure: string;
    readonly side: string;
    readonly sign: number;
    readonly mode: string;
    readonly from?: string;
    readonly to: string;
    readonly where?: Readonly<Record<string, unknown>>;
    readonly total: string;
  }[];
  readonly term: number;
  readonly rows: readonly EvidenceRow[];
  readonly next?: string;
  readonly freshness: Freshness;
}

export interface StoredEvent {
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly title: string;
  readonly office: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly approvedBy?: string;
  readonly source: string;
  readonly standing: 'in-force' | 'corrected' | 'voided' | 'record';
  readonly data: Readonly<Record<string, unknown>>;
  readonly effective?: {
    readonly occurredOn: string;
    readonly office: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}
export interface CaseFile {
  readonly streamId: string;
  readonly streamType: string;
  readonly title: string;
  readonly bureau: string;
  readonly owner: string;
  readonly version: number;
  readonly state: string;
  readonly stateTitle: string;
  readonly allowedNext: readonly { readonly event: string; readonly command: string; readonly title: string }[];
  readonly events: readonly StoredEvent[];
  readonly facts: readonly { readonly kind: string; readonly key: string; readonly person?: string | null }[];
  readonly duties: readonly { readonly deadline: string; readonly dueOn: string; readonly metOn: string | null }[];
}

export interface RegisterRow {
  readonly streamId: string;
  readonly office: string;
  readonly orderedBy: string;
  readonly person?: string | null;
  readonly factKey?: string;
  readonly columns: Readonly<Record<string, unknown>>;
}
export interface RegisterPage {
  readonly rows: readonly RegisterRow[];
  readonly next?: string;
  readonly freshness: Freshness;
}

export interface Duty {
  readonly factKey?: string;
  readonly deadline: string;
  readonly title: string;
  readonly office: string;
  readonly streamId: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly metOn: string | null;
  readonly overdue: boolean;
  readonly responsible: string | null;
}
export interface DutyPage {
  readonly rows: readonly Duty[];
  readonly next?: string;
}

export interface Office {
  readonly code: string;
  readonly name: string;
  readonly bureau: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successor: string | null;
}

export interface SeenPerson {
  readonly person: string;
  readonly view: 'whole' | 'masked' | 'erased';
  readonly name?: string;
  readonly idNo?: string;
  readonly sex?: string;
  readonly birthDate?: string;
}

export interface Printed {
  readonly printed: string;
  readonly value: string | null;
}
export interface Moved {
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly office: string;
  readonly period: Period;
  readonly before: Printed;
  readonly after: Printed;
}
export interface Impact {
  readonly event: { readonly title: string; readonly occurredOn: string } | null;
  readonly figures: readonly Moved[];
  readonly seals: readonly (Moved & { readonly line: string })[];
  readonly duties: readonly { readonly title: string; readonly after: { readonly dueOn: string } | null }[];
}

export interface Receipt {
  readonly streamId: string;
  readonly version: number;
  readonly position: number;
  readonly recorded: boolean;
}
