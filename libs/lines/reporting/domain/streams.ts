import type { AnyStream } from '#kernel/decider.js';
import { month } from './month.js';
import { period } from './period.js';

export const streams: readonly AnyStream[] = [month, period];
