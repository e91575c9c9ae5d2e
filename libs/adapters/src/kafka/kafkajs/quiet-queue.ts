import { createRequire } from 'node:module';

/** What of the client's request queue is touched here. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(this: RequestQueue): void;
}

/**
 * kafkajs 2.2.4 sets a timer of one millisecond for every connection, again and again, also when nothing waits: thousands of
 * calls a second, 3 % of a core. The check is of use only while requests wait or the broker has asked for a pause.
 */
export const quietenRequestQueue = (): void => {
  const load = createRequire(import.meta.filename);
  const { prototype } = load('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue };
  const { scheduleCheckPendingRequests: schedule } = prototype;
  if (schedule.name === 'scheduleWhereOfUse') return;
  prototype.scheduleCheckPendingRequests = function scheduleWhereOfUse(this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > performance.timeOrigin + performance.now())
      schedule.call(this);
  };
};
