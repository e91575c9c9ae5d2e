import type { AnyStream } from '#kernel/decider.js';
import { activity } from './activity.js';
import { counsel } from './counsel.js';
import { material, media, place, unit } from './records.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line. */
export const streams: readonly AnyStream[] = [activity, material, media, place, unit, counsel].map(
  (stream: AnyStream) => ({ ...stream, upcasters }),
);
