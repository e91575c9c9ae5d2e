import type { AnyStream } from '#kernel/decider.js';
import { legalAidCase } from './case/stream.js';
import { agent, complaint, consultation, drafting, dutyShift, offer } from './office.streams.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [
  legalAidCase,
  consultation,
  drafting,
  dutyShift,
  complaint,
  offer,
  agent,
].map((stream: AnyStream) => ({ ...stream, upcasters }));
