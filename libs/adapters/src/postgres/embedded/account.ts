import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresFailure } from './failure.js';

/** The system account that runs PostgreSQL: nothing for an ordinary user (they run it themselves), ids when we are root. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const USER = 'postgres';

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, USER], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/**
 * Finds the account to run PostgreSQL under. PostgreSQL refuses to run as root, so root hands it to the system user
 * `postgres`, made here when the system lacks it.
 */
export const accountForServer = (): Account => {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', '--force', USER]);
    spawnSync('useradd', ['--system', '--no-create-home', '--gid', USER, '--shell', '/usr/sbin/nologin', USER]);
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === undefined || gid === undefined) {
    throw new EmbeddedPostgresFailure('account-missing', 'useradd postgres', {
      zh: '请以普通用户身份运行，或先建立系统用户 postgres。',
      en: 'Run as an ordinary user, or create the system user postgres first.',
    });
  }
  return { uid, gid };
};

export const giveTo = (account: Account, path: string): void => {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
};

const canEnter = (account: Account, directory: string): boolean =>
  spawnSync('test', ['-x', directory], { ...account, cwd: '/' }).status === 0;

/** The topmost directory on the way to a path that the account may not enter; undefined when the path is reachable. */
export const barrierOnTheWay = (account: Account, path: string): string | undefined => {
  if (account.uid === undefined || canEnter(account, path)) return undefined;
  const parent = dirname(path);
  return parent === path ? path : (barrierOnTheWay(account, parent) ?? path);
};
