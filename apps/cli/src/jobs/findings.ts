import { checkIdentities } from '#application/check-identities.js';
import { asJson, dataDir, exitCodes, type Job } from '../job.js';
import { openHere, project } from '../open.js';
import { periodOptions, readingFor } from '../reading.js';
import { readSettings } from '../settings.js';

/** The balances that the figures of a bureau do not keep. */
export const job: Job = {
  name: 'findings',
  summary: 'checks that the figures of a bureau agree with each other',
  options: { ...periodOptions, 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    await project(platform);
    const { reading, period, position } = await readingFor(context, platform);
    const found = await checkIdentities(platform.ledger, platform.registry, reading, period);
    if (context.flag('json'))
      context.out(JSON.stringify({ bureau: reading.bureau, period, position, findings: found }));
    else if (found.length === 0) context.out('各项核对均相符');
    else
      for (const { severity, code, message } of found)
        context.out(`${severity === 'block' ? '【须更正】' : '【须说明】'}${code}：${message}`);
    return found.some(({ severity }) => severity === 'block') ? exitCodes.wrong : exitCodes.done;
  },
};
