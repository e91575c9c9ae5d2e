import { PlainFault } from '#kernel/plain-fault.js';

/** What can keep an embedded PostgreSQL from serving. Codes are permanent; clients and scripts match on them. */
export type EmbeddedPostgresFault =
  | 'node-too-old'
  | 'platform-unsupported'
  | 'binaries-unusable'
  | 'account-missing'
  | 'directory-unreachable'
  | 'directory-unreadable'
  | 'disk-full'
  | 'port-taken'
  | 'password-unusable'
  | 'version-mismatch'
  | 'start-failed';

const titles: Readonly<Record<EmbeddedPostgresFault, readonly [zh: string, en: string]>> = {
  'node-too-old': ['Node.js 版本过低', 'Node.js is too old'],
  'platform-unsupported': ['没有适用于本机的内置 PostgreSQL', 'there is no embedded PostgreSQL for this platform'],
  'binaries-unusable': ['内置 PostgreSQL 程序无法运行', 'the embedded PostgreSQL programs do not run'],
  'account-missing': ['缺少系统用户 postgres', 'the system user postgres is missing'],
  'directory-unreachable': ['运行数据库的用户无法进入数据目录', 'the database user cannot reach the data directory'],
  'directory-unreadable': ['数据目录无法读写', 'the data directory cannot be read or written'],
  'disk-full': ['磁盘空间不足', 'the disk is full'],
  'port-taken': ['端口已被占用', 'the port is taken'],
  'password-unusable': ['数据库密码缺失或不符', 'the database password is missing or wrong'],
  'version-mismatch': ['数据目录由其他版本的 PostgreSQL 建立', 'another PostgreSQL version made the data directory'],
  'start-failed': ['内置 PostgreSQL 启动失败', 'the embedded PostgreSQL did not start'],
};

/** Why the embedded PostgreSQL does not serve and what to do about it, in Chinese and English. */
export class EmbeddedPostgresFailure extends PlainFault {
  readonly code: EmbeddedPostgresFault;

  constructor(code: EmbeddedPostgresFault, fact: string, remedy: { readonly zh: string; readonly en: string }) {
    const [zh, en] = titles[code];
    super(`${zh}：${fact}。${remedy.zh}\n${en}: ${fact}. ${remedy.en}`);
    this.name = 'EmbeddedPostgresFailure';
    this.code = code;
  }
}
