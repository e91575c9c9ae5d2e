import { diagnose, isPassing } from './diagnosis.js';
import { checkNode } from './preflight.js';

describe('what PostgreSQL complains of', () => {
  it.each([
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken', '端口已被占用'],
    ['PANIC:  could not write to file "pg_wal/xlogtemp.42": No space left on device', 'disk-full', '磁盘空间不足'],
    [
      'FATAL:  could not open file "global/pg_filenode.map": Permission denied',
      'directory-unreadable',
      '数据目录无法读写',
    ],
    ['FATAL:  database files are incompatible with server', 'version-mismatch', '其他版本'],
    ['FATAL:  something new', 'start-failed', '启动失败'],
  ])('%s', (complaint, code, zh) => {
    const failure = diagnose(`2023-01-01 LOG:  starting PostgreSQL\n${complaint}\n`);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(zh);
    expect(failure.message).toContain(complaint);
  });

  it('tells what passes by itself from what stays', () => {
    expect(isPassing('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true);
    expect(isPassing('FATAL:  lock file "postmaster.pid" already exists')).toBe(true);
    expect(isPassing('FATAL:  database files are incompatible with server')).toBe(false);
  });
});

it.each(['18.20.4', '20.18.3'])('Node %s is refused', (version) => {
  expect(() => checkNode(version)).toThrow(expect.objectContaining({ code: 'node-too-old' }));
});
it.each(['20.19.0', '24.21.0'])('Node %s is accepted', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});
