import { Opened, plainly } from '#adapters/run-process.js';
import { Rejected } from '#kernel/reject.js';
import { type ExitCode, UsageFault, exitCodes } from './job.js';
import { allJobs, jobNamed } from './jobs/index.js';
import { readArguments, usage, usageOf } from './usage.js';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (text: string): void => void process.stderr.write(text);

const explain = async (error: unknown): Promise<string> => {
  if (!(error instanceof Rejected)) return plainly(error);
  const { Registry } = await import('#application/registry.js');
  const { titleOf } = await import('#application/describe-lines.js');
  const { lines } = await import('#lines/index.js');
  const registry = new Registry(lines);
  const { code, details } = error.rejection;
  return [
    `${titleOf(registry, code)} (${code})`,
    ...details.map(({ at, code: detail }) => `  ${at}: ${titleOf(registry, detail)} (${detail})`),
  ].join('\n');
};

/** Runs one job and puts away what it opened; SIGTERM and SIGINT end it the same way. */
const run = async ([name, ...args]: readonly string[]): Promise<ExitCode> => {
  const job = await jobNamed(name);
  if (job === undefined) {
    const asked = name === undefined || name === '--help' || name === 'help';
    note(asked ? '' : `no job ${name}\n\n`);
    (asked ? out : (text: string) => note(`${text}\n`))(usage(await allJobs()));
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
    note(`${await explain(error)}\n`);
    return exitCodes.wrong;
  } finally {
    await close();
  }
};

process.exitCode = await run(process.argv.slice(2));
