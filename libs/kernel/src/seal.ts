import { hash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { type Uuid, uuidV5 } from './ids.js';
import { type Period, periodSchemes } from './period.js';
import {
  type DataOf,
  bureauCode,
  code,
  count,
  date,
  enumeration,
  exactNumber,
  list,
  optional,
  record,
  sha256,
  text,
} from './schema.js';

export const scheme = enumeration('period.scheme', periodSchemes);

/** Which books of whom are closed: a bureau's field of work over a period. `from` and `to` are both in it. */
export const periodFields = { bureau: bureauCode(), businessLine: code(), scheme, from: date(), to: date() };

/** One office's value of a figure; the office and what lies below it, so the bureau's own code stands for all of it. */
const valueFields = {
  office: code(),
  /** Exact; absent where there is none. */
  value: optional(exactNumber()),
  numerator: optional(exactNumber()),
  denominator: optional(exactNumber()),
  printed: text(64),
};

/** One figure by offices, with the definition it was computed with. */
const figureFields = {
  indicator: code(),
  unit: text(16),
  /** Start of the definition version in force; absent where none was. */
  version: optional(date()),
  /** Which edition of the definition: 1 for what ships with a line, more where a bureau changed its own. */
  revision: count(1),
  /** SHA-256 of formula, unit and measures: two seals that agree on it were computed alike. */
  definition: sha256(),
  values: list(record(valueFields), 1, 1000),
};

/**
 * A finding that would have kept the books open, and why it did not. Where it was answered before the closing: which finding, by
 * whom and when.
 */
const explanationFields = {
  rule: code(),
  reason: text(500),
  role: code(),
  finding: optional(sha256()),
  by: optional(text(200)),
  on: optional(date()),
};

/**
 * What closing a period freezes. `position`: recording cut-off the figures were computed at; `number`: 1 for the first seal of
 * the period, one more after each reopening.
 */
export const sealFields = {
  closedOn: date(),
  ...periodFields,
  number: count(1, 999),
  position: count(0, Number.MAX_SAFE_INTEGER),
  figures: list(record(figureFields), 1, 1000),
  explained: list(record(explanationFields), 0, 500),
  hash: sha256(),
};

export type Seal = DataOf<typeof sealFields>;
export type SealedFigure = Seal['figures'][number];
export type SealedValue = SealedFigure['values'][number];
export type Explanation = Seal['explained'][number];
export type PeriodOfWork = Pick<Seal, keyof typeof periodFields>;

/** SHA-256 over what is frozen, as canonical JSON; on which day and with what explanations it was does not matter. */
export const sealHash = (seal: Omit<Seal, 'hash' | 'closedOn' | 'explained'>): string => {
  const { bureau, businessLine, scheme: calendar, from, to, number, position, figures } = seal;
  const frozen = { bureau, businessLine, scheme: calendar, from, to, number, position, figures };
  return hash('sha256', canonicalJson(frozen), 'hex');
};

/** Natural key of a period: one stream of a bureau holds it. */
export const periodKey = ({ businessLine, scheme: calendar, from, to }: PeriodOfWork): string =>
  `period:${businessLine}:${calendar}:${from}:${to}`;

/** The one stream of a period: whoever closes it first or again finds the same. */
export const periodStreamId = (bureau: string, businessLine: string, { scheme: calendar, from, to }: Period): Uuid =>
  uuidV5('period', bureau, businessLine, calendar, from, to);
