import { LEDGER_VIEW, takeUpParked } from '#application/project-slice.js';
import { UnfoldableEvent } from '#application/post-facts.js';
import { asJson, dataDir, exitCodes, type Job, type JobContext, UsageFault } from '../job.js';
import { type OpenPlatform, openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Shows the streams that are set aside because an event of theirs could not be folded, and takes them up again. */
export const job: Job = {
  name: 'parked',
  summary: 'list: streams set aside because an event could not be folded; retry: takes them up again',
  arguments: ['list|retry'],
  options: {
    'data-dir': dataDir,
    json: asJson,
    stream: { type: 'string', value: '<id>', help: 'retry: this stream only; all where left out' },
  },
  run: async (context) => {
    const [what] = context.positionals;
    if (what !== 'list' && what !== 'retry') throw new UsageFault(`parked list or parked retry, not ${what}`);
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    return what === 'list' ? list(platform, context) : retry(platform, context);
  },
};

const list = async ({ projections, registry }: OpenPlatform, context: JobContext) => {
  const streams = await projections.list(LEDGER_VIEW);
  if (context.flag('json')) context.out(JSON.stringify(streams));
  else
    for (const { streamId, streamType, position, type, reason, parkedAt } of streams)
      context.out(`${streamId} ${streamType} · ${registry.zh(type)} (${type}) · ${position} · ${parkedAt} · ${reason}`);
  return exitCodes.done;
};

const retry = async (platform: OpenPlatform, context: JobContext) => {
  const { projections, store, registry, calendar } = platform;
  const wanted = context.text('stream');
  const streams = (await projections.list(LEDGER_VIEW)).filter(
    ({ streamId }) => wanted === undefined || streamId === wanted,
  );
  if (wanted !== undefined && streams.length === 0) throw new UsageFault(`${wanted} is not set aside`);
  const answers = [];
  for (const { streamId } of streams) {
    const reason = await takeUpParked({ store, registry, calendar, parked: projections }, streamId).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof UnfoldableEvent)) throw error;
        return error.message;
      },
    );
    answers.push({ streamId, takenUp: reason === undefined, ...(reason === undefined ? {} : { reason }) });
  }
  if (context.flag('json')) context.out(JSON.stringify(answers));
  else
    for (const { streamId, reason } of answers)
      context.out(reason === undefined ? `${streamId}: taken up` : `${streamId}: stays set aside: ${reason}`);
  return answers.every(({ takenUp }) => takenUp) ? exitCodes.done : exitCodes.wrong;
};
