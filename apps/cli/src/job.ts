import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Opened } from '#adapters/run-process.js';

/** How a job ended; the exit code of the process. */
export const exitCodes = {
  /** Done, and nothing was found wrong. */
  done: 0,
  /** Something is wrong: differences, rows that do not hold, unusable input, a fault. */
  wrong: 1,
  /** No such job or option, or one that is missing. */
  usage: 2,
  /** Ended by Ctrl-C or a request to stop. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface JobOption extends Omit<ParseArgsOptionDescriptor, 'type'> {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** What stands for the value in the usage: `<file>`. */
  readonly value?: string;
  readonly required?: true;
}

/** What a job is given. */
export interface JobContext {
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly positionals: readonly string[];
  /** Writes a line of the answer. */
  readonly out: (line: string) => void;
  /** Writes a remark that is no part of the answer. */
  readonly note: (text: string) => void;
  readonly opened: Opened;
}

export interface Job {
  readonly name: string;
  readonly summary: string;
  /** Names of arguments without a dash, all of them required. */
  readonly arguments?: readonly string[];
  readonly options: Readonly<Record<string, JobOption>>;
  /** Goes on until it is interrupted, which is then no failure. */
  readonly endless?: true;
  readonly run: (context: JobContext) => Promise<ExitCode>;
}

/** A call that is not as the usage says. */
export class UsageFault extends Error {}

/** The value of a required option; the usage has been checked. */
export const given = (context: JobContext, name: string): string => {
  const value = context.text(name);
  if (value === undefined) throw new UsageFault(`--${name} is missing`);
  return value;
};

export const dataDir: JobOption = {
  type: 'string',
  value: '<folder>',
  help: 'folder of the embedded database; wins over DATABASE_URL',
};
export const asJson: JobOption = { type: 'boolean', help: 'answer with JSON' };
