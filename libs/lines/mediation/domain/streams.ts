import type { AnyStream } from '#kernel/decider.js';
import { committee } from './committee.js';
import { dispute } from './dispute/stream.js';
import { mediator } from './mediator.js';
import { screening } from './screening.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [dispute, screening, committee, mediator].map((stream: AnyStream) => ({
  ...stream,
  upcasters,
}));
