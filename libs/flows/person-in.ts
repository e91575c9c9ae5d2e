import type { RecordedEvent } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';

/** The person a case is about: the first its events name. */
export const personIn = (history: readonly RecordedEvent[]): Uuid | undefined =>
  history.map(({ data }) => (data as { personRef?: Uuid }).personRef).find((ref) => ref !== undefined);
