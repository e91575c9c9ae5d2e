import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { titleOf } from '#application/describe-lines.js';
import { officesInScope } from '#application/office-scope.js';
import type { ParkedStream } from '#application/ports/ledger.js';
import { UnfoldableEvent } from '#application/post-facts.js';
import { LEDGER_VIEW, takeUpParked } from '#application/project-slice.js';
import type { Principal } from '#kernel/command.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { Id } from '../web/field-checks.js';
import { type FeedReader, readFeeds, readRefused } from './read-feeds.js';

/** Refused flows told at most. */
const REFUSED = 50;

export class ParkedParams {
  @Id()
  readonly streamId!: Uuid;
}

/** What becomes of events after they are recorded, for whoever keeps the system. */
@Controller('v1')
export class FeedsController {
  private readonly platform: Platform;

  constructor(@Inject(PLATFORM) platform: Platform) {
    this.platform = wholeOf(platform);
  }

  /** How far each reader of the log is, and what flows were refused. */
  @Get('feeds')
  @Permit('system:keep')
  @documentRead('feeds')
  async feeds(
    @Caller() caller: Principal,
  ): Promise<{ readonly readers: readonly FeedReader[]; readonly refused: Awaited<ReturnType<typeof readRefused>> }> {
    const [readers, refused] = await Promise.all([
      readFeeds(this.platform),
      readRefused(this.platform, caller, REFUSED),
    ]);
    return { readers, refused };
  }

  /** Records set aside because an event of theirs could not be read; no figure counts what came after it. */
  @Get('parked')
  @Permit('system:keep')
  @documentRead('parked')
  async parked(@Caller() caller: Principal): Promise<{ readonly parked: readonly object[] }> {
    const { registry } = this.platform;
    return {
      parked: (await this.seenBy(caller)).map((stream) => ({
        ...stream,
        title: titleOf(registry, stream.streamType),
        event: titleOf(registry, stream.type),
      })),
    };
  }

  /** Has a record read again from where it was set aside. It stays so where it still cannot be read. */
  @Post('parked/:streamId/retry')
  @HttpCode(200)
  @Permit('system:keep')
  @documentRead('retryParked')
  async retry(
    @Param() { streamId }: ParkedParams,
    @Caller() caller: Principal,
  ): Promise<{ readonly takenUp: boolean; readonly reason?: string }> {
    const known = await this.seenBy(caller);
    if (!known.some((stream) => stream.streamId === streamId)) throw new Rejected(reject('not-found'));
    const { store, registry, calendar, projections } = this.platform;
    try {
      // False where somebody else took it up meanwhile, which is as well.
      await takeUpParked({ store, registry, calendar, parked: projections }, streamId);
      return { takenUp: true };
    } catch (error) {
      if (!(error instanceof UnfoldableEvent)) throw error;
      return { takenUp: false, reason: error.message };
    }
  }

  private async seenBy(caller: Principal): Promise<readonly (ParkedStream & { readonly parkedAt: string })[]> {
    const { projections, offices } = this.platform;
    const parked = await projections.list(LEDGER_VIEW);
    return parked.filter(({ bureau }) => officesInScope(offices, caller, bureau).length > 0);
  }
}
