import type { AnyStream } from '#kernel/decider.js';
import { assessment } from './assessment/stream.js';
import { baseline } from './baseline/stream.js';
import { correctionCase } from './case/stream.js';
import { devicePool } from './device-pool/stream.js';
import { screening } from './screening/stream.js';
import { session } from './session/stream.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [assessment, correctionCase, screening, session, devicePool, baseline].map(
  (stream: AnyStream) => ({ ...stream, upcasters }),
);
