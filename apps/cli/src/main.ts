import { UnknownBureau } from '#adapters/cases/case-stage.js';
import { UnusableCaseFile } from '#adapters/cases/read-case-file.js';
import { ApiFault } from '#adapters/documents/ask-api.js';
import { UnusableFile } from '#adapters/documents/unusable-file.js';
import { Opened, plainly } from '#adapters/run-process.js';
import { titleOf } from '#application/describe-lines.js';
import { UnknownTable } from '#application/documents/case-document.js';
import { UnprintableDocument } from '#application/documents/check-printed.js';
import { UnusableNarrative } from '#application/documents/narrative.js';
import { TypedFigure } from '#application/documents/typed-figures.js';
import { UnresolvedPlaceholder } from '#application/report-definition.js';
import { Registry } from '#application/registry.js';
import { SimulationRefused, UnplayableCase } from '#application/simulate.js';
import { Rejected } from '#kernel/reject.js';
import { lines } from '#lines/index.js';
import { type ExitCode, UsageFault, exitCodes } from './job.js';
import { jobs } from './jobs/index.js';
import { NoDemoHere, OtherSimulation } from './load-case.js';
import { readArguments, usage, usageOf } from './usage.js';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (text: string): void => void process.stderr.write(text);

/** Faults that say all there is to say; anything else is a fault of ours and shows where it happened. */
const EXPECTED = [
  UnusableCaseFile,
  UnknownBureau,
  UnplayableCase,
  SimulationRefused,
  OtherSimulation,
  NoDemoHere,
  UnusableFile,
  ApiFault,
  UnusableNarrative,
  UnresolvedPlaceholder,
  UnprintableDocument,
  TypedFigure,
  UnknownTable,
];

const explain = (error: unknown): string => {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!(error instanceof Rejected)) return plainly(error);
  const registry = new Registry(lines);
  const { code, details } = error.rejection;
  return [
    `${titleOf(registry, code)} (${code})`,
    ...details.map(({ at, code: detail }) => `  ${at}: ${titleOf(registry, detail)} (${detail})`),
  ].join('\n');
};

/** Runs one job and puts away what it opened; SIGTERM and SIGINT end it the same way. */
const run = async ([name, ...args]: readonly string[]): Promise<ExitCode> => {
  const job = jobs.find((known) => known.name === name);
  if (job === undefined) {
    const asked = name === undefined || name === '--help' || name === 'help';
    note(asked ? '' : `no job ${name}\n\n`);
    (asked ? out : (text: string) => note(`${text}\n`))(usage(jobs));
    return name === undefined || !asked ? exitCodes.usage : exitCodes.done;
  }
  if (args.includes('--help')) {
    out(usageOf(job));
    return exitCodes.done;
  }
  const opened = new Opened();
  const close = (): Promise<void> =>
    opened.close((_level, message, fields) => note(`${message} ${JSON.stringify(fields)}\n`));
  const ended = job.endless === true ? exitCodes.done : exitCodes.interrupted;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void close().then(() => process.exit(ended)));
  try {
    return await job.run({ ...readArguments(job, args), out, note, opened });
  } catch (error) {
    if (error instanceof UsageFault) {
      note(`${error.message}\n\n${usageOf(job)}\n`);
      return exitCodes.usage;
    }
    note(`${explain(error)}\n`);
    return exitCodes.wrong;
  } finally {
    await close();
  }
};

process.exitCode = await run(process.argv.slice(2));
