import { randomBytes } from 'node:crypto';

/** Gives that many unpredictable bytes. */
export type Random = (bytes: number) => Buffer;

/** The machine's source of randomness, fit for keys. */
export const systemRandom: Random = (bytes) => randomBytes(bytes);
