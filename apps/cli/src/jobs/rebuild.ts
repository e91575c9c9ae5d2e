import { deriveAgain } from '#adapters/platform/derive-again.js';
import { asJson, dataDir, exitCodes, type Job } from '../job.js';
import { openHere } from '../open.js';
import { Progress } from '../print/progress.js';
import { readSettings } from '../settings.js';

/** Folds the whole log again beside the rows that are read, and puts the new rows in their place. */
export const job: Job = {
  name: 'rebuild',
  summary: 'derives facts, postings and balances again, beside the live ones',
  options: { 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const head = await platform.feed.head();
    const bar = new Progress('rebuild', context.note, process.stderr.isTTY === true);
    const done = await deriveAgain(platform, (events) => bar.show(events, head));
    const { events, postings, streams, position, seconds, differences } = done;
    const total = seconds.load + seconds.index + seconds.catchUp;
    if (context.flag('json')) context.out(JSON.stringify(done));
    else {
      context.out(
        `${events} events, ${streams} streams, ${postings} postings up to position ${position}, ${total.toFixed(1)} s`,
      );
      for (const { bureau, office, month, measure, splits, expected, found } of differences)
        context.out(
          `changed: ${bureau} ${office} ${month} ${measure} ${splits}: was ${found ?? '0'}, is ${expected ?? '0'}`,
        );
    }
    return exitCodes.done;
  },
};
