import { type Period, parsePeriod } from '../kernel.js';
import type { FigureSource } from './printed.js';

/** What the address of a figure's evidence asks for. */
export interface EvidenceAddress {
  readonly indicator: string;
  readonly bureau: string;
  readonly office?: string;
  readonly period: Period;
  /** As it is written: `2023`, `2023-01-01..2023-12-06`. */
  readonly periodText: string;
  readonly asOf: number;
}

const ADDRESS = /^\/v1\/indicators\/([^/?#]+)\/evidence\?([^#]+)$/;
const KNOWN = new Set(['bureau', 'office', 'period', 'asOf']);

/** Reads `/v1/indicators/CC-02/evidence?bureau=…&period=…&asOf=…`; undefined where it is no such address. */
export const parseEvidenceAddress = (text: string): EvidenceAddress | undefined => {
  const [, code, query] = ADDRESS.exec(text) ?? [];
  if (code === undefined || query === undefined) return undefined;
  const asked = new Map(query.split('&').map((pair) => pair.split(/=(.*)/su, 2).map(decoded) as [string, string]));
  const periodText = asked.get('period') ?? '';
  const [bureau, office, period, asOf] = [
    asked.get('bureau'),
    asked.get('office'),
    parsePeriod(periodText),
    asked.get('asOf'),
  ];
  const odd = [...asked.keys()].some((name) => !KNOWN.has(name));
  if (odd || bureau === undefined || period === undefined || !/^\d{1,15}$/.test(asOf ?? '')) return undefined;
  const scope = office === undefined ? { bureau } : { bureau, office };
  return { indicator: decoded(code), ...scope, period, periodText, asOf: Number(asOf) };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The address of an indicator's evidence, where it says the same as the rest of the source. */
export const addressOf = (source: Extract<FigureSource, { kind: 'indicator' }>): EvidenceAddress | undefined => {
  const address = parseEvidenceAddress(source.evidence);
  const same =
    address?.indicator === source.indicator &&
    (address.office ?? address.bureau) === source.office &&
    address.period.from === source.period.from &&
    address.period.to === source.period.to &&
    address.asOf === source.position;
  return same ? address : undefined;
};
