import type { Uuid } from '../kernel.js';

/** Where persons take part: every stream an event of which names them, in any part of it. */
export interface TakingPart {
  /** Includes everything acknowledged before it was asked; a person nothing names is left out. */
  streamsOf(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, readonly Uuid[]>>;
}
