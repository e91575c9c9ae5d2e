import type { Moment, Uuid } from '../kernel.js';

/** The only place that asks what time it is. */
export interface Clock {
  now(): Moment;
}

/** Where new ids come from. */
export interface Ids {
  next(): Uuid;
}

/** Gives that many unpredictable bytes, fit for secrets. */
export type Random = (bytes: number) => Buffer;
