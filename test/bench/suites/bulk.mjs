import { id, item } from '../events.mjs';
import { load, summary } from '../measure.mjs';
import { openStore } from '../store.mjs';

const BATCH = 500;
const MILLISECONDS = 2000;

/** Imports in batches of 500 commands of one event each, on 50 streams a batch, from one caller: events per second. */
export const run = async ({ databaseUrl, rounds }) => {
  const { store, close } = await openStore(databaseUrl);
  let number = 0;
  const act = async () => {
    const items = Array.from({ length: 50 }, () => {
      const whole = item(id(), 0, number);
      const entries = Array.from({ length: BATCH / 50 }, () => item(whole.streamId, 0, (number += 1)).entries[0]);
      return { ...whole, entries };
    });
    const outcomes = await store.appendMany(items, true);
    if (outcomes.some(({ outcome }) => outcome !== 'appended')) throw new Error('a bulk append was refused');
    return BATCH;
  };
  await load(act, 1, 500);
  const found = [];
  for (let round = 0; round < rounds; round += 1) found.push(await load(act, 1, MILLISECONDS));
  await close();
  return {
    metrics: {
      bulk_events_per_s: summary(
        found.map(({ perSecond }) => perSecond),
        '/s',
      ),
      bulk_batch_p95_ms: summary(
        found.map(({ p95 }) => p95),
        'ms',
        1,
      ),
    },
  };
};
