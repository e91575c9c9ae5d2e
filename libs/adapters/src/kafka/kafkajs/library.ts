import type * as Library from 'kafkajs';
import { createRequire } from 'node:module';
import { encodeRecord } from './encode-record.js';

/** What of the client's request queue is touched here. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(this: RequestQueue): void;
}

const load = createRequire(import.meta.filename);

/**
 * kafkajs 2.2.4 sets a timer of one millisecond for every connection, again and again, also when nothing waits: thousands of
 * calls a second, 3 % of a core. The check is of use only while requests wait or the broker has asked for a pause.
 */
const quietenRequestQueue = (): void => {
  const { prototype } = load('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue };
  const { scheduleCheckPendingRequests: schedule } = prototype;
  prototype.scheduleCheckPendingRequests = function scheduleWhereOfUse(this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > performance.timeOrigin + performance.now())
      schedule.call(this);
  };
};

/** Has an effect only where nothing else has loaded the client before; without it publishing is slower, not different. */
const quickenRecords = (): void => {
  load('kafkajs/src/protocol/recordBatch/record/v0');
  const found = load.cache[load.resolve('kafkajs/src/protocol/recordBatch/record/v0')];
  if (found !== undefined) found.exports = encodeRecord;
};

quickenRecords();
quietenRequestQueue();

/** kafkajs, which is no longer maintained, with two things mended. Nothing else here loads it. */
export const kafkajs = load('kafkajs') as typeof Library;
