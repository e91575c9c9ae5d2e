import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Platform } from '../../platform/platform.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import type { Freshness, FreshnessWatch } from '../queries/freshness.js';
import { BACKUPS, FRESHNESS, PLATFORM } from '../tokens.js';
import type { ReadBackups } from './read-backups.js';
import { Metrics } from './metrics.js';

const PATIENCE = 2000;

/** What whoever runs the process asks of it. */
@Controller()
export class OperationsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
    @Inject(Metrics) private readonly figures: Metrics,
    @Inject(BACKUPS) private readonly backups: ReadBackups,
  ) {}

  /** The process answers; it says nothing of what it needs to be of use. */
  @Get('health/live')
  @Permit('open')
  @documentRead('alive')
  alive(): { readonly status: string } {
    return { status: 'up' };
  }

  /**
   * Whether it is of use: the database answers, and the figures move. 503 where not. Backups that cannot be relied upon make
   * it degraded: it answers, and somebody has to look.
   */
  @Get('health/ready')
  @Permit('open')
  @documentRead('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const freshness = await this.read();
    const { state } = this.platform.projector.state;
    const ready = freshness !== undefined;
    if (!ready) void reply.code(503);
    const backup = await this.backups();
    const degraded = backup.status === 'degraded';
    return {
      status: ready ? (degraded ? 'degraded' : 'ready') : 'not-ready',
      database: freshness === undefined ? 'down' : 'up',
      projector: state,
      backup,
      ...(freshness === undefined ? {} : { freshness }),
    };
  }

  @Get('metrics')
  @Permit('open')
  @documentRead('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.figures.register.metrics();
  }

  /** Undefined where the database does not answer in time. */
  private async read(): Promise<Freshness | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE)));
    const read = this.freshness.now().catch(() => undefined);
    return Promise.race([read, late]).finally(() => clearTimeout(timer));
  }
}
