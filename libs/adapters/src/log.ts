import { redacted } from './log-redaction.js';
import { systemClock } from './system/clock.js';

/** How grave an entry is, least first. */
export const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/** Takes one entry: what happened, and ids by which to find it again. Never a payload, never a person. */
export type Log = (level: Level, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** Writes entries of at least the given level, each as one JSON line without credentials or persons. */
export const jsonLog = (least: Level, now: () => string, write: (line: string) => void): Log => {
  const from = levels.indexOf(least);
  return (level, message, fields) => {
    if (levels.indexOf(level) >= from)
      write(`${JSON.stringify({ at: now(), level, ...(redacted({ message, ...fields }) as object) })}\n`);
  };
};

/** The log of a process: on stderr, with the system's time. */
export const processLog = (least: Level): Log =>
  jsonLog(
    least,
    () => systemClock.now().now,
    (line) => void process.stderr.write(line),
  );
