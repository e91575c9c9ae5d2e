import { canonicalJson } from '#kernel/canonical.js';
import type { SealedFigure, SealedValue } from '#kernel/seal.js';
import { hash } from 'node:crypto';
import type { Period } from '../kernel.js';
import { printedNumber } from './printed-number.js';
import type { PrintedFigure } from './printed.js';
import type { HeldFigure } from './verify-printed.js';

/** What of a seal a document is held against. */
export interface SealedBooks {
  readonly period: Pick<Period, 'from' | 'to'>;
  /** Everything in it was computed as known there. */
  readonly position: number;
  readonly figures: readonly Pick<SealedFigure, 'indicator' | 'unit' | 'version' | 'values'>[];
}

/** The value as it was reported: none where the seal prints that nobody reported, though a count stands behind it. */
export const reportedValue = ({ value, printed }: SealedValue): string | null =>
  value === undefined || printedNumber(printed) === undefined ? null : value;

/** What a seal holds of a figure: the same indicator, of the same office, over the days that were closed, as known then. */
export const heldIn = (
  { period, position, figures }: SealedBooks,
  { source }: PrintedFigure,
): HeldFigure | undefined => {
  if (source.kind !== 'indicator') return undefined;
  if (source.position !== position || source.period.from !== period.from || source.period.to !== period.to)
    return undefined;
  const figure = figures.find(({ indicator }) => indicator === source.indicator);
  const value = figure?.values.find(({ office }) => office === source.office);
  if (figure === undefined || value === undefined) return undefined;
  return { value: reportedValue(value), unit: figure.unit, definition: figure.version ?? null };
};

/** The seal of a document by those its figures come from: the one there is, or SHA-256 over the hashes of several, sorted. */
export const sealOfDocument = (hashes: readonly string[]): string => {
  const [only, ...more] = hashes;
  if (only === undefined) throw new Error('a document of no seal is a draft');
  return more.length === 0 ? only : hash('sha256', canonicalJson([...hashes].sort()), 'hex');
};
