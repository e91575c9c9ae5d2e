import { readFile } from 'node:fs/promises';
import { UnreadableDefinitions, readDefinitionsFile } from '#adapters/definitions-file.js';
import { Rejected } from '#kernel/reject.js';
import { asJson, dataDir, exitCodes, given, type Job, UsageFault } from '../job.js';
import { openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Adds measures and indicators of a bureau, written as YAML or JSON, and counts them over all history. */
export const job: Job = {
  name: 'define',
  summary: 'adds measures and indicators of a bureau from a YAML file',
  options: {
    file: { type: 'string', value: '<file>', help: 'lists `measures` and `indicators`', required: true },
    bureau: { type: 'string', value: '<code>', help: 'division code of the bureau they are for', required: true },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const text = await readFile(given(context, 'file'), 'utf8');
    const handed = asUsage(() => readDefinitionsFile(text));
    const { definitions } = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    try {
      const added = await definitions.add(handed, given(context, 'bureau'), 'cli');
      if (context.flag('json')) context.out(JSON.stringify(added));
      else for (const { body, version, title } of added) context.out(`${body.code} v${version} ${title}`);
      return exitCodes.done;
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      for (const { at, code, message } of error.rejection.details)
        context.out(`${at}: ${code}${message === undefined ? '' : ` (${message})`}`);
      return exitCodes.wrong;
    }
  },
};

const asUsage = <Result>(read: () => Result): Result => {
  try {
    return read();
  } catch (error) {
    throw error instanceof UnreadableDefinitions ? new UsageFault(error.message) : error;
  }
};
