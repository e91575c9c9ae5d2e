import { JsonAnchorFile } from '#adapters/anchors/anchor-file.js';
import { eventLog, looksLog } from '#adapters/postgres/chain/chain-source.js';
import { asJson, dataDir, exitCodes, type Job, UsageFault } from '../job.js';
import { openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Writes the hash of the log's end outside the database, or answers for a log that was restored to an earlier position. */
export const job: Job = {
  name: 'anchor',
  summary:
    'chains the log to its end and writes the hash there to the file of anchors; prints it, to be kept elsewhere',
  options: {
    'rewound-log': {
      type: 'string',
      value: '<id>',
      help: 'log that was restored: its anchors above a position are given up',
    },
    'rewound-to': { type: 'string', value: '<position>', help: 'the position it was restored to' },
    'rewound-chain': { type: 'string', value: '<events|looks>', help: 'of which chain; events where left out' },
    reason: { type: 'string', value: '<text>', help: 'why, and who answers for it' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const [logId, to, reason] = ['rewound-log', 'rewound-to', 'reason'].map((name) => context.text(name));
    const asked = [logId, to, reason].filter((text) => text !== undefined).length;
    if (asked !== 0 && asked !== 3) throw new UsageFault('--rewound-log, --rewound-to and --reason belong together');
    const chain = context.text('rewound-chain') ?? eventLog.chain;
    if (chain !== eventLog.chain && chain !== looksLog.chain) throw new UsageFault(`no chain is called ${chain}`);
    if (to !== undefined && !/^\d{1,15}$/.test(to)) throw new UsageFault(`--rewound-to is no position: ${to}`);
    const settings = readSettings({ folder: context.text('data-dir') });
    const { anchor: write, clock } = await openHere(settings, context.opened);
    if (logId !== undefined && reason !== undefined)
      await new JsonAnchorFile(settings.ANCHORS_FILE, clock).rewind({
        ...{ chain, logId, rewoundTo: Number(to), reason },
      });
    const anchored = await write();
    if (context.flag('json')) context.out(JSON.stringify(anchored ?? null));
    else if (anchored === undefined) context.out('the log is empty: there is nothing to anchor');
    else context.out(`log ${anchored.logId} position ${anchored.position} hash ${anchored.hash}`);
    return exitCodes.done;
  },
};
