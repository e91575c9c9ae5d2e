import { PlainFault } from '#kernel/plain-fault.js';
import type { Log } from './log.js';
import { isConnectionLost } from './postgres/event-store/database-errors.js';
import { WrongKey } from './postgres/person-registry/sealed-text.js';

/** Milliseconds a process may take to put things away. */
const PATIENCE = 10_000;

/** Why a process does not start, said to whoever started it. */
export const plainly = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PlainFault) return error.message;
  if (error instanceof WrongKey)
    return '密钥文件不是加密时所用的那一份，请恢复原文件 / KEY_FILE is not the key that secrets here were sealed with: restore it';
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === '53100') return `磁盘已满 / the disk is full: ${error.message}`;
  if (isConnectionLost(error) || /^(28|3D)/.test(code ?? ''))
    return `无法连接数据库，请检查 DATABASE_URL / cannot use the database, check DATABASE_URL: ${error.message || code}`;
  return error.stack ?? error.message;
};

/** Puts things away in the reverse order they were opened in; a thing that fails to close does not keep the others open. */
export class Opened {
  private readonly closers: (() => Promise<void>)[] = [];

  then(close: () => Promise<void>): void {
    this.closers.unshift(close);
  }

  async close(log: Log): Promise<void> {
    for (const close of this.closers.splice(0))
      await close().catch((error: unknown) => log('error', 'could not be closed', { message: String(error) }));
  }
}

/**
 * Runs a process: starts it, and on SIGTERM or SIGINT puts everything away within seconds. What keeps it from starting is
 * said on one's terminal, and the exit code is 1.
 */
export const runProcess = (log: () => Log, start: (opened: Opened) => Promise<void>): void => {
  const opened = new Opened();
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code === 0 ? 1 : code), PATIENCE).unref();
    void opened.close(log()).then(() => process.exit(code));
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  start(opened).catch((error: unknown) => {
    process.stderr.write(`${plainly(error)}\n`);
    end(1);
  });
};
