import type { AnyStream } from '#kernel/decider.js';
import { aftercareCase } from './case/procedure.js';
import { statistics } from './statistics.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [aftercareCase, statistics].map((stream: AnyStream) => ({
  ...stream,
  upcasters,
}));
