import type { AnyStream } from '#kernel/decider.js';
import { disclosure } from './disclosure.stream.js';
import { asset, facility, unit } from './estate.streams.js';
import { legalReview } from './legal-review.stream.js';
import { manual } from './manual.stream.js';
import { contact, delegation, honour, regulation } from './practice.streams.js';
import { upcasters } from './upcasters.js';

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [
  legalReview,
  contact,
  regulation,
  delegation,
  honour,
  disclosure,
  asset,
  unit,
  facility,
  manual,
].map((stream: AnyStream) => ({ ...stream, upcasters }));
