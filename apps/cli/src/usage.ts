import { parseArgs } from 'node:util';
import { type Job, type JobContext, UsageFault } from './job.js';

/** What a call asks for. */
export type Asked = Pick<JobContext, 'text' | 'flag' | 'positionals'>;

/** Reads the arguments of a job. @throws UsageFault naming the option or argument that is wrong */
export const readArguments = (job: Job, args: readonly string[]): Asked => {
  const options = Object.fromEntries(Object.entries(job.options).map(([name, { type }]) => [name, { type }]));
  let parsed: { values: Readonly<Record<string, unknown>>; positionals: readonly string[] };
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault((error as Error).message.split('. ')[0] ?? 'wrong arguments');
  }
  const { values, positionals } = parsed;
  const wanted = job.arguments ?? [];
  if (positionals.length > wanted.length) throw new UsageFault(`Unexpected argument '${positionals[wanted.length]}'`);
  if (positionals.length < wanted.length) throw new UsageFault(`<${wanted[positionals.length]}> is missing`);
  for (const [name, { required }] of Object.entries(job.options))
    if (required === true && values[name] === undefined) throw new UsageFault(`--${name} is missing`);
  return {
    text: (name) => values[name] as string | undefined,
    flag: (name) => values[name] === true,
    positionals,
  };
};

const PROGRAM = 'npm run -s taizhang --';

/** How one job is called. */
export const usageOf = (job: Job): string => {
  const options = Object.entries(job.options).map(([name, { value, required }]) => {
    const text = `--${name}${value === undefined ? '' : ` ${value}`}`;
    return required === true ? text : `[${text}]`;
  });
  const head = [PROGRAM, job.name, ...(job.arguments ?? []).map((name) => `<${name}>`), ...options].join(' ');
  const width = Math.max(0, ...Object.keys(job.options).map((name) => name.length));
  const lines = Object.entries(job.options).map(([name, { help }]) => `  --${name.padEnd(width)}  ${help}`);
  return [`${job.summary}`, '', `  ${head}`, '', ...lines].join('\n');
};

/** All jobs, one a line. */
export const usage = (jobs: readonly Job[]): string => {
  const width = Math.max(...jobs.map(({ name }) => name.length));
  return [
    `${PROGRAM} <job> [options]`,
    '',
    ...jobs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `${PROGRAM} <job> --help says more of one. Exit codes: 0 done, 1 something is wrong, 2 wrong call.`,
  ].join('\n');
};
