import { EmbeddedPostgresFailure, type EmbeddedPostgresFault } from './failure.js';

const remedies: readonly (readonly [RegExp, EmbeddedPostgresFault, { readonly zh: string; readonly en: string }])[] = [
  [
    /Address already in use/,
    'port-taken',
    { zh: '请停止占用该端口的程序，或另设端口。', en: 'Stop the program that uses it, or set another port.' },
  ],
  [
    /No space left on device|Disk quota exceeded/,
    'disk-full',
    {
      zh: '请清理磁盘后重新启动，已确认的数据不会丢失。',
      en: 'Free some space and start again; nothing acknowledged is lost.',
    },
  ],
  [
    /database files are incompatible with server/,
    'version-mismatch',
    { zh: '请用原版本导出数据后再导入。', en: 'Export with the version that made it, then import.' },
  ],
  [
    /Permission denied|Read-only file system|invalid permissions|wrong ownership/,
    'directory-unreadable',
    { zh: '请修正数据目录的所有者与权限。', en: 'Correct the owner and the permissions of the data directory.' },
  ],
];

/** Complaints that pass by themselves: children of a killed server still leaving, or another start under way. */
const PASSING = /shared memory block .* still in use|lock file .* already exists|Is another (postgres|postmaster)/;

export const isPassing = (complaint: string): boolean => PASSING.test(complaint);

/** What PostgreSQL complained of, as a failure that says what to do; anything not recognised is `start-failed`. */
export const diagnose = (complaint: string): EmbeddedPostgresFailure => {
  const found = remedies.find(([pattern]) => pattern.test(complaint));
  const lines = complaint.split('\n');
  const fact = (found && lines.find((line) => found[0].test(line))) ?? lines.slice(-12).join('\n');
  const remedy = found?.[2] ?? { zh: '请查看数据目录中的 postgres/log。', en: 'See postgres/log in the data folder.' };
  return new EmbeddedPostgresFailure(found?.[1] ?? 'start-failed', fact.trim(), remedy);
};
