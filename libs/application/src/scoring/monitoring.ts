import { type Exact, exact } from '#kernel/money.js';
import { satisfies } from '../operator.js';
import type { ScoringFrame } from './frame.js';
import { type RowReading, readRow } from './read-row.js';
import type { SheetRow } from './sheet.js';
import type { lights } from './terms.js';

export type Light = keyof typeof lights;

/** How much of a target is done, in percent, unrounded: null for a target of 0 and for a bound that must not be passed. */
const completion = (reading: RowReading): Exact | null =>
  reading.kind !== 'measured' || reading.target.isZero() || reading.operator === '≤' || reading.operator === '<'
    ? null
    : reading.actual.times(100).dividedBy(reading.target);

/**
 * 时序进度: percentage points by which completion runs before (+) or behind (−) the share of the year gone by.
 * @param percent what is done of the year's target or budget
 * @param months months gone by, 0 to 12
 */
export const againstTime = (percent: Exact | string | number, months: number): Exact =>
  exact(percent).minus(exact(months).times(100).dividedBy(12));

/** Lights of qualitative rows: best band green, worst red, what lies between yellow. */
const lightOfBand = ({ bands }: ScoringFrame, code: string): Light | null => {
  const index = bands.findIndex((band) => band.code === code);
  if (index < 0) return null;
  return index === 0 ? 'green' : index === bands.length - 1 ? 'red' : 'yellow';
};

/**
 * The traffic light of a row after so many months; null where neither numbers nor a band say anything. A target of 0, and one
 * that must not be passed, is kept (green) or not (red); any other is held against the time gone by.
 */
export const trafficLight = (frame: ScoringFrame, row: SheetRow, months: number): Light | null => {
  const reading = readRow(row);
  if (reading.kind !== 'measured')
    return row.qualitative === undefined ? null : lightOfBand(frame, row.qualitative.band);
  const { operator, target, actual } = reading;
  const done = completion(reading);
  if (done === null) return (target.isZero() ? actual.isZero() : satisfies(actual, operator, target)) ? 'green' : 'red';
  const ahead = againstTime(done, months);
  if (ahead.greaterThanOrEqualTo(frame.lights.greenFrom)) return 'green';
  return ahead.greaterThanOrEqualTo(frame.lights.yellowFrom) ? 'yellow' : 'red';
};
