import { readFile } from 'node:fs/promises';
import { askApi } from '#adapters/documents/ask-api.js';
import { askLog } from '#adapters/documents/ask-log.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { type EvidenceSource, verifyPrinted } from '#application/documents/verify-printed.js';
import { asJson, dataDir, exitCodes, type Job, type JobContext, UsageFault } from '../job.js';
import { openHere, project } from '../open.js';
import { operator } from '../reading.js';
import { readSettings } from '../settings.js';

/** Holds every number of a Word file or a workbook against the log, or against a server. */
export const job: Job = {
  name: 'verify-report',
  summary: 'confirms or refutes every number of a report file',
  arguments: ['file'],
  options: {
    url: { type: 'string', value: '<address>', help: 'asks the server there in place of the database' },
    'token-file': { type: 'string', value: '<file>', help: 'file whose one line is the token for the server' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const [path = ''] = context.positionals;
    // Says what is wrong with the call and the file before anybody is asked.
    const open = await sourceFor(context);
    const evidence = readEvidence(await readFile(path));
    const { document, seal, figures } = evidence.manifest;
    const verdict = await verifyPrinted(evidence, await open());
    const { confirmed, unproven, refuted } = verdict;
    if (context.flag('json')) context.out(JSON.stringify({ document, seal, ...verdict }));
    else {
      for (const { code, figure, at, found, expected } of refuted)
        context.out(`refuted: ${figure ?? 'the file'}: ${code} at ${at}: ${found}, expected ${expected}`);
      const entered =
        unproven.length === 0 ? '' : `, ${unproven.length} that only the file knows (${unproven.join(' ')})`;
      context.out(
        `${document}, ${seal === null ? 'draft' : `seal ${seal}`}: ${confirmed.length} of ${figures.length} figures confirmed${entered}, ${refuted.length} refuted`,
      );
    }
    return refuted.length === 0 ? exitCodes.done : exitCodes.wrong;
  },
};

const sourceFor = async (context: JobContext): Promise<() => Promise<EvidenceSource>> => {
  const url = context.text('url');
  const tokenFile = context.text('token-file');
  if (url === undefined) {
    if (tokenFile !== undefined) throw new UsageFault('--token-file is of use with --url alone');
    return async () => {
      const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
      await project(platform);
      return askLog(platform, operator);
    };
  }
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageFault(`--url is no address: ${url}`);
  if (tokenFile === undefined) throw new UsageFault('--token-file is missing');
  const token = (await readFile(tokenFile, 'utf8')).trim();
  return async () => askApi(url, token);
};
