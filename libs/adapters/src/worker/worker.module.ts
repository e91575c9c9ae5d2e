import { Controller, type DynamicModule, Get, Header, Inject, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Feed } from '#application/ports/feed.js';
import type { Role } from './role.js';
import { WorkerMetrics } from './worker-metrics.js';

const ROLES = Symbol('roles');
const FEED = Symbol('feed');
const PATIENCE = 2000;

/** What whoever runs a worker asks of it. */
@Controller()
export class WorkerController {
  constructor(
    @Inject(ROLES) private readonly roles: readonly Role[],
    @Inject(FEED) private readonly feed: Pick<Feed, 'head'>,
    @Inject(WorkerMetrics) private readonly figures: WorkerMetrics,
  ) {}

  @Get('health/live')
  alive(): { readonly status: string } {
    return { status: 'up' };
  }

  /** Whether it is of use: the database answers, and every role works or stands by. 503 where not. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const database = await this.databaseAnswers();
    const ready = database && this.roles.every((role) => role.ready());
    if (!ready) void reply.code(503);
    return {
      status: ready ? 'ready' : 'not-ready',
      database: database ? 'up' : 'down',
      roles: Object.fromEntries(this.roles.map((role) => [role.name, role.ready() ? 'ready' : 'not-ready'])),
    };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.figures.register.metrics();
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)));
    const asked = this.feed.head().then(
      () => true,
      () => false,
    );
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }
}

export interface WorkerParts {
  readonly roles: readonly Role[];
  readonly feed: Pick<Feed, 'head'>;
  readonly metrics: WorkerMetrics;
}

@Module({})
export class WorkerModule {
  static of({ roles, feed, metrics }: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      controllers: [WorkerController],
      providers: [
        { provide: ROLES, useValue: roles },
        { provide: FEED, useValue: feed },
        { provide: WorkerMetrics, useValue: metrics },
      ],
    };
  }
}

/** The worker's health and metrics over HTTP, not listening yet. */
export const createWorkerApp = (parts: WorkerParts): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(
    WorkerModule.of(parts),
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: false, abortOnError: false },
  );
