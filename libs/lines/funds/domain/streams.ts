import type { AnyStream } from '#kernel/decider.js';
import { disclosure } from './disclosure.js';
import { establishment, facility } from './establishment.js';
import { procurement } from './procurement.js';
import { project } from './project/stream.js';
import { staff } from './staff.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [project, procurement, disclosure, facility, establishment, staff].map(
  (stream: AnyStream) => ({ ...stream, upcasters }),
);
