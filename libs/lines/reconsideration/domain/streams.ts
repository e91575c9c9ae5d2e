import type { AnyStream } from '#kernel/decider.js';
import { reconsiderationCase } from './case/stream.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [reconsiderationCase].map((stream: AnyStream) => ({
  ...stream,
  upcasters,
}));
