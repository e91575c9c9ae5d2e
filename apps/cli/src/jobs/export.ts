import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { lineOfEvent } from '#application/event-lines.js';
import type { Feed } from '#application/ports/feed.js';
import { recordAtConsole } from '../console-look.js';
import { dataDir, exitCodes, type Job } from '../job.js';
import { openHere } from '../open.js';
import { readSettings } from '../settings.js';

const PAGE = 1000;

/** Writes the log as it stands, one event a line, in order of position. */
export const job: Job = {
  name: 'export',
  summary: 'writes every event as a line of JSON; persons stay in the registry',
  options: {
    out: { type: 'string', value: '<file>', help: 'where to write; the terminal without it' },
    'data-dir': dataDir,
  },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const { feed } = platform;
    const out = context.text('out');
    await recordAtConsole(platform, 'event-export', { job: 'export', object: out ?? 'terminal' });
    const target = out === undefined ? process.stdout : createWriteStream(out);
    const count = await writeLog(feed, target);
    if (out !== undefined) {
      target.end();
      await finished(target);
      context.note(`${count} events written to ${out}\n`);
    }
    return exitCodes.done;
  },
};

/** Gives the number of events written: those there were at the beginning. */
const writeLog = async (feed: Feed, target: Writable): Promise<number> => {
  const head = await feed.head();
  let count = 0;
  for (let after = 0; after < head;) {
    const events = (await feed.read(after, PAGE)).events.filter(({ position }) => position <= head);
    const last = events.at(-1);
    if (last === undefined) break;
    after = last.position;
    count += events.length;
    if (!target.write(events.map((event) => `${lineOfEvent(event)}\n`).join(''))) await once(target, 'drain');
  }
  return count;
};
