import { asJson, dataDir, exitCodes, type Job } from '../job.js';
import { caseFrom, caseOptions, loadCase } from '../load-case.js';
import { openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Plays the year of a case file through the front door. */
export const job: Job = {
  name: 'simulate',
  summary: 'loads the year of a case file, command by command',
  options: { ...caseOptions, 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const staged = await caseFrom(context);
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const { commands, stored } = await loadCase(staged, platform, context.note);
    const { caseId } = staged.file;
    const { position } = await platform.ledger.watermark();
    const { bureau, seed } = staged.stage;
    if (context.flag('json')) context.out(JSON.stringify({ caseId, bureau, seed, commands, stored, position }));
    else
      context.out(
        `${caseId}: ${commands} commands ${stored ? 'loaded' : 'are there already'}, bureau ${bureau}, position ${position}`,
      );
    return exitCodes.done;
  },
};
