import { writeFile } from 'node:fs/promises';
import { jsonOfReport, reportOnCase } from '#application/case-report.js';
import { redactDocument } from '#application/documents/redact.js';
import { draftFormats } from '#application/ports/drafts.js';
import { Registry } from '#application/registry.js';
import { commandsOf, withoutRegistering } from '#application/simulate.js';
import { lines } from '#lines/index.js';
import { recordAtConsole } from '../console-look.js';
import { dataDir, exitCodes, type Job, type JobContext, UsageFault, given } from '../job.js';
import { type StagedCase, caseFrom, caseOptions, loadCase, readingOfCase, stateOfCase } from '../load-case.js';
import { type OpenPlatform, hasDatabase, openHere, openScratch, project } from '../open.js';
import { readSettings } from '../settings.js';
import { printedCase, writeDocument } from '../write-documents.js';

const FORMATS = [...draftFormats, 'json'] as const;

/** Holds a case file against the log, or writes its report; on a machine where it is not loaded, on a database of its own. */
export const job: Job = {
  name: 'report',
  summary: 'checks the printed figures of a case file, or writes its report',
  options: {
    ...caseOptions,
    format: {
      type: 'string',
      value: '<docx|xlsx|json>',
      help: 'docx and xlsx write the report with its forms, json what was computed and found (default)',
    },
    out: { type: 'string', value: '<file>', help: 'where to write; json goes to the terminal without it' },
    redact: { type: 'boolean', help: 'without names, telephones and identity numbers, for publication' },
    'data-dir': dataDir,
  },
  run: async (context) => {
    const format = context.text('format') ?? 'json';
    if (!FORMATS.some((known) => known === format))
      throw new UsageFault(`--format is docx, xlsx or json, not ${format}`);
    const document = draftFormats.find((known) => known === format);
    const out = context.text('out');
    if (document !== undefined && out === undefined) throw new UsageFault('--out is missing');
    const staged = await caseFrom(context);
    const platform = await platformWith(staged, context);
    const { registry, ledger } = platform;
    const reading = readingOfCase(staged);
    const found = await reportOnCase(staged.file, registry, ledger, reading, staged.companions);
    if (document !== undefined) {
      const printed = await printedCase(given(context, 'case'), found, platform, reading);
      await recordAtConsole(platform, 'document', {
        job: 'report',
        object: given(context, 'out'),
        bureau: reading.bureau,
      });
      await writeDocument(context.flag('redact') ? redactDocument(printed) : printed, document, given(context, 'out'));
    } else {
      const text = JSON.stringify(jsonOfReport(found), null, 2);
      if (out === undefined) context.out(text);
      else await writeFile(out, `${text}\n`);
    }
    return exitCodes.done;
  },
};

/** The configured database where it holds the case, else a scratch one with the case loaded into it. */
const platformWith = async (staged: StagedCase, { text, opened, note }: JobContext): Promise<OpenPlatform> => {
  const settings = readSettings({ folder: text('data-dir') });
  if (hasDatabase(settings)) {
    const platform = await openHere(settings, opened);
    if ((await stateOfCase(staged, platform.registry, platform.store)) === 'whole') {
      await project(platform);
      return platform;
    }
  }
  // Says what is wrong with the case before a database is made for it.
  await commandsOf(staged.files, new Registry(lines), withoutRegistering, staged.stage);
  const scratch = await openScratch(opened);
  await loadCase(staged, scratch, note);
  return scratch;
};
