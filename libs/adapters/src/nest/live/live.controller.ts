import { Controller, Get, Headers, Inject, type OnApplicationShutdown, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { inScope } from '#application/office-scope.js';
import type { BalanceChange } from '#application/ports/ledger.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller, StillHolds } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { LiveQuery, type ScopeQuery } from '../queries/query.dto.js';
import { readingOf } from '../queries/scope.js';
import { LIVE, LIVE_FIGURES, PLATFORM } from '../tokens.js';
import { EventStream } from './event-stream.js';
import type { LiveFigures } from './live-figures.js';
import type { LiveHub } from './live-hub.js';
import { sightOf } from './sight.js';

const MOST_LISTENERS = 1000;
/** Milliseconds after which it is looked again whether a listener may still listen. */
const LOOK_AGAIN = 5000;

/** Balances as they move, pushed. */
@Controller('v1/live')
export class LiveController implements OnApplicationShutdown {
  private readonly open = new Set<FastifyReply>();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LIVE) private readonly hub: LiveHub,
    @Inject(LIVE_FIGURES) private readonly figures: LiveFigures,
  ) {}

  @Get()
  @Permit('figures:read')
  @documentRead('live')
  listen(
    @Query() asked: LiveQuery,
    @Headers('last-event-id') last: string | undefined,
    @Caller() caller: Principal,
    @StillHolds() holds: () => Promise<boolean>,
    @Res() reply: FastifyReply,
  ): void {
    if (last !== undefined && !/^\d{1,15}$/.test(last))
      throw new Rejected(reject('invalid-data', { at: 'Last-Event-ID', code: 'not-a-whole-number' }));
    const sees = this.scopeOf(caller, asked);
    const sight = sightOf(this.platform, caller, asked, sees);
    if (this.hub.size >= MOST_LISTENERS) throw new Rejected(reject('too-busy'));
    if (sight) this.figures.admit(sight);
    reply.hijack();
    this.open.add(reply);
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const stream = new EventStream(raw, sees);
    const stop = this.hub.listen(stream, last === undefined ? undefined : Number(last));
    const forget = sight && this.figures.watch(sight, (event, data) => stream.tell(event, data));
    const looking = setInterval(() => {
      void holds().then(
        (still) => still || raw.end(),
        () => raw.end(),
      );
    }, LOOK_AGAIN);
    raw.once('close', () => {
      clearInterval(looking);
      stop();
      forget?.();
      this.open.delete(reply);
    });
  }

  /** Ends every stream, so that the server can close; clients come back with their last id. */
  beforeApplicationShutdown(): void {
    this.onApplicationShutdown();
  }

  onApplicationShutdown(): void {
    for (const reply of this.open) reply.raw.end();
  }

  private scopeOf(caller: Principal, asked: ScopeQuery): (change: BalanceChange) => boolean {
    const { offices } = this.platform;
    if (asked.bureau === undefined && asked.office === undefined)
      return ({ office }) => inScope(offices, caller, office);
    const { bureau, offices: chosen } = readingOf(offices, caller, asked);
    const within = new Set(chosen);
    return (change) => change.bureau === bureau && within.has(change.office);
  }
}
