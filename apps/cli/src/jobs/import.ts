import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { EventLines, type LineProblem } from '#application/event-lines.js';
import { EventImport } from '#application/import-events.js';
import type { RecordedEvent } from '#kernel/event.js';
import { dataDir, exitCodes, type Job } from '../job.js';
import { type OpenPlatform, openHere, project } from '../open.js';
import { readSettings } from '../settings.js';

/** Problems named at most; the first ones say enough. */
const SHOWN = 20;

/** Loads an export into an empty store. The file is read twice: first every line is checked, then all of it is stored. */
export const job: Job = {
  name: 'import',
  summary: 'loads exported events into an empty store',
  arguments: ['ndjson'],
  options: { 'data-dir': dataDir },
  run: async (context) => {
    const [path = ''] = context.positionals;
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    if ((await platform.feed.head()) > 0) {
      context.out('nothing stored: the store has events already; an import needs an empty one (--data-dir)');
      return exitCodes.wrong;
    }
    if ((await platform.demo.read()) !== undefined) {
      context.out(
        'nothing stored: this installation was made as a demo, and goes as one; choose another folder (--data-dir)',
      );
      return exitCodes.wrong;
    }
    const offices = new Map<string, string>();
    const problems = await readAll(path, platform, (event) => void offices.set(event.office, event.bureau));
    if (problems.length > 0) {
      for (const { line, problem } of problems.slice(0, SHOWN)) context.out(`line ${line}: ${problem}`);
      if (problems.length > SHOWN) context.out(`and ${problems.length - SHOWN} more`);
      context.out('nothing stored');
      return exitCodes.wrong;
    }
    const { store, registry } = platform;
    const sink = new EventImport({ store, registry, offices: platform.offices, calendar: platform.calendar() });
    await sink.addOffices(offices);
    let count = 0;
    await readAll(path, platform, (event) => {
      count += 1;
      return sink.add(event);
    });
    await sink.flush();
    await project(platform);
    context.out(`${count} events stored, position ${await platform.feed.head()}`);
    return exitCodes.done;
  },
};

const readAll = async (
  path: string,
  { registry, clock }: OpenPlatform,
  take: (event: RecordedEvent) => void | Promise<void>,
): Promise<readonly LineProblem[]> => {
  const lines = new EventLines(registry, clock.now().today);
  const input = createReadStream(path, 'utf8');
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    const event = lines.read(text);
    if (event !== undefined) await take(event);
  }
  return lines.problems;
};
