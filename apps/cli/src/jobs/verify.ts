import { verifyLedger } from '#adapters/postgres/verify/verify-ledger.js';
import { asJson, dataDir, exitCodes, type Job, UsageFault } from '../job.js';
import { openHere, project } from '../open.js';
import { readSettings } from '../settings.js';
import { checkChain } from '../verify-chain.js';

/** Records named per difference on the terminal; JSON names them all. */
const SHOWN = 5;

/** Compares every posting and balance with an independent fold of the whole log, or the log with its chain of hashes. */
export const job: Job = {
  name: 'verify',
  summary:
    'compares postings and balances with an independent slow fold of the log, or with --chain the log with its hashes',
  options: {
    chain: {
      type: 'boolean',
      help: 'computes every hash over the log again and names the first position that is wrong',
    },
    anchors: { type: 'string', value: '<file>', help: 'anchors to hold the chain against; ANCHORS_FILE when left out' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    if (context.flag('chain')) return checkChain(context);
    if (context.text('anchors') !== undefined) throw new UsageFault('--anchors is of use with --chain alone');
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    await project(platform);
    const { pool, store, registry } = platform;
    const found = await verifyLedger({ pool, store, registry, calendar: platform.calendar() });
    const { position, streams, postings, differences, balances } = found;
    const sound = differences.length === 0 && balances.length === 0;
    if (context.flag('json')) context.out(JSON.stringify({ sound, ...found }));
    else {
      for (const { bureau, office, period, measure, expected, found: posted, records } of differences) {
        context.out(
          `posting: bureau ${bureau} office ${office} period ${period} measure ${measure}: events give ${expected}, posted ${posted}`,
        );
        for (const { streamId, key } of records.slice(0, SHOWN)) context.out(`  record ${streamId} ${key}`);
        if (records.length > SHOWN) context.out(`  and ${records.length - SHOWN} more`);
      }
      for (const { bureau, office, month, measure, splits, expected, found: kept } of balances)
        context.out(
          `balance: bureau ${bureau} office ${office} period ${month} measure ${measure} ${splits}: postings give ${expected ?? '0'}, balance ${kept ?? '0'}`,
        );
      const verdict = sound ? 'no difference' : `${differences.length} sums and ${balances.length} balances differ`;
      context.out(`${streams} streams, ${postings} rows compared up to position ${position}: ${verdict}`);
    }
    return sound ? exitCodes.done : exitCodes.wrong;
  },
};
