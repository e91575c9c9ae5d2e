/** One field or record a rejection points at. */
export interface RejectionDetail {
  /** Path of the field, `data.receivedOn`, or the id of the record in conflict. */
  readonly at: string;
  readonly code: string;
  readonly message?: string;
}

/** Why a command was refused: a permanent code, what it points at, and what could be done instead. */
export interface Rejection {
  readonly kind: 'reject';
  readonly code: string;
  readonly details: readonly RejectionDetail[];
  /** Event types the state would allow now; set where the state forbids the step. */
  readonly allowedNext?: readonly string[];
}

export interface Acceptance {
  readonly kind: 'accept';
  /** Codes of soft rules broken: the command then needs a second person's approval. */
  readonly confirm: readonly string[];
}

/** A retry of what is already so: no event, and no error. */
export interface Nothing {
  readonly kind: 'nothing';
}

export type Verdict = Acceptance | Nothing | Rejection;

export const accept: Acceptance = { kind: 'accept', confirm: [] };
export const nothing: Nothing = { kind: 'nothing' };

/** Accepted, but only with a second person's approval because of the soft rules named. None given is plain acceptance. */
export const acceptWith = (...confirm: readonly string[]): Acceptance => ({ kind: 'accept', confirm });

export const reject = (code: string, ...details: readonly RejectionDetail[]): Rejection => ({
  kind: 'reject',
  code,
  details,
});

/** Carries a rejection out of a use case to the edge, where it becomes `application/problem+json`. */
export class Rejected extends Error {
  constructor(readonly rejection: Rejection) {
    super(rejection.code);
    this.name = 'Rejected';
  }
}

/**
 * The two answers of a line's rules, so that the compiler knows their codes: `refuse` says no and which payload fields it is
 * about; `acceptUnless` says yes, if a second person approves wherever codes of soft rules are given.
 */
export const answersOf = <Refusal extends string, Confirmation extends string = never>() => ({
  refuse: (code: Refusal, ...fields: readonly string[]): Rejection =>
    reject(code, ...fields.map((field) => ({ at: `data.${field}`, code }))),
  acceptUnless: (...codes: readonly (Confirmation | undefined)[]): Acceptance =>
    acceptWith(...codes.filter((code) => code !== undefined)),
});

/** The platform's answer where the table of steps does not allow an event; rules give it only to be total. */
export const outOfStep: Rejection = reject('illegal-step');
