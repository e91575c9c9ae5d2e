import { PlainFault } from '#kernel/plain-fault.js';

/** What can be wrong with backups. Codes are permanent; scripts match on them. */
export type BackupFaultCode =
  | 'wrong-key'
  | 'damaged'
  | 'incomplete'
  | 'archive-conflict'
  | 'missing-wal'
  | 'no-backup'
  | 'no-archive'
  | 'not-reached'
  | 'not-empty'
  | 'keys-inside'
  | 'folder-inside'
  | 'no-room'
  | 'key-unusable'
  | 'not-embedded'
  | 'busy'
  | 'recovery-failed';

const titles: Readonly<Record<BackupFaultCode, readonly [zh: string, en: string]>> = {
  'wrong-key': ['备份密钥不符', 'another backup key sealed this'],
  damaged: ['备份文件已损坏或被改动', 'a file of the backup is damaged or was altered'],
  incomplete: ['备份不完整', 'the backup is incomplete'],
  'archive-conflict': [
    '归档中已有同名但内容不同的日志段，未予覆盖',
    'the archive holds another segment of this name; it is not overwritten',
  ],
  'missing-wal': ['归档缺少日志段', 'a segment of the write-ahead log is missing from the archive'],
  'no-backup': ['没有可用于恢复到该时点的备份', 'there is no backup from which this can be restored'],
  'no-archive': [
    '正在运行的数据库未开启归档，请设置 BACKUP_DIR 后重新启动',
    'the running database keeps no archive; start it with BACKUP_DIR set',
  ],
  'not-reached': ['归档未达到所要求的时点', 'the archive ends before what was asked for'],
  'not-empty': ['目标目录已存在且不为空，恢复只写入新目录', 'the folder is not empty; a restore goes into a new one'],
  'keys-inside': ['密钥文件不得与备份或数据库放在一起', 'a key file must not lie within the backups or the database'],
  'folder-inside': ['备份目录不得放在数据库目录内', 'backups must not lie within the database'],
  'no-room': ['磁盘空间不足，无法恢复', 'the disk has no room for the restore'],
  'key-unusable': ['备份密钥文件无法使用', 'the backup key file cannot be used'],
  'not-embedded': [
    '仅能备份内置 PostgreSQL；自有的 PostgreSQL 请用其自身工具备份',
    'only the embedded PostgreSQL is backed up by us; back up your own with its own tools',
  ],
  busy: ['另一备份正在进行', 'another backup is under way'],
  'recovery-failed': ['恢复失败', 'the recovery failed'],
};

/** What is wrong with a backup, an archive or a restore, in Chinese and English, with the file or place it is about. */
export class BackupFault extends PlainFault {
  readonly code: BackupFaultCode;

  constructor(code: BackupFaultCode, about: string) {
    const [zh, en] = titles[code];
    super(`${zh}：${about}\n${en}: ${about}`);
    this.name = 'BackupFault';
    this.code = code;
  }
}
