import type { AnyStream } from '#kernel/decider.js';
import { erasure } from './erasure.js';
import { glass } from './glass.js';
import { merge } from './merge.js';
import { seal } from './seal.js';

export const streams: readonly AnyStream[] = [merge, seal, erasure, glass];
