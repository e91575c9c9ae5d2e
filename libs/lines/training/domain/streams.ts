import type { AnyStream } from '#kernel/decider.js';
import { program } from './program.js';
import { appraisal, competition, exam, officer } from './records.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line. */
export const streams: readonly AnyStream[] = [program, officer, exam, appraisal, competition].map(
  (stream: AnyStream) => ({ ...stream, upcasters }),
);
