import type { AnyStream } from '#kernel/decider.js';
import { finding } from './finding.js';
import { month } from './month.js';
import { period } from './period.js';

export const streams: readonly AnyStream[] = [month, period, finding];
