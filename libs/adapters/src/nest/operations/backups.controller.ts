import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { type BackupDesk, type BackupWork, type Drill, backupWorks } from '#application/backup/desk.js';
import type { BackupHealth } from '#application/backup/health.js';
import { Rejected, reject } from '#kernel/reject.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { BACKUPS, BACKUP_DESK } from '../tokens.js';
import { OneOf } from '../web/field-checks.js';
import type { ReadBackups } from './read-backups.js';

/** Drills told at most. */
const DRILLS = 10;

type Stand = (BackupHealth | { readonly status: 'off' }) & {
  readonly underWay: BackupWork | null;
  readonly drills: readonly Drill[];
};

export class WorkParams {
  @OneOf(backupWorks)
  readonly work!: BackupWork;
}

/** Backups, for whoever keeps the system: how they stand, and one more where he wants it. */
@Controller('v1/backups')
export class BackupsController {
  constructor(
    @Inject(BACKUPS) private readonly backups: ReadBackups,
    @Inject(BACKUP_DESK) private readonly desk: BackupDesk | null,
  ) {}

  @Get()
  @Permit('system:keep')
  @documentRead('backupRecord')
  async read(): Promise<Stand> {
    const { desk } = this;
    const drills = desk === null ? [] : (await desk.drills()).slice(-DRILLS).reverse();
    return { ...(await this.backups()), underWay: desk?.underWay() ?? null, drills };
  }

  /**
   * Begins a backup, or tries a restore for real beside the running service, and returns at once.
   * @rejects not-found        this process looks after no backups
   * @rejects backup-under-way one of the two is being done
   */
  @Post(':work')
  @HttpCode(202)
  @Permit('system:keep')
  @documentRead('beginBackup')
  begin(@Param() { work }: WorkParams): { readonly underWay: BackupWork } {
    if (this.desk === null) throw new Rejected(reject('not-found'));
    if (!this.desk.begin(work)) throw new Rejected(reject('backup-under-way'));
    return { underWay: work };
  }
}
