import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { type DemoRemoval, type DemoStand, confirmations } from '#application/demo/removal.js';
import { Rejected, reject } from '#kernel/reject.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { DEMO_REMOVAL, PLATFORM } from '../tokens.js';
import { OneOf } from '../web/field-checks.js';
import { httpTerms } from '../web/http-terms.js';

export class RemovalRequest {
  /** The very words, typed. */
  @OneOf(confirmations)
  readonly confirmation!: string;
}

/** What an installation says of itself that was made to be looked at, and how it goes. */
@Controller('v1/demo')
export class DemoController {
  private readonly platform: Platform;

  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(DEMO_REMOVAL) private readonly removal: DemoRemoval,
  ) {
    this.platform = wholeOf(platform);
  }

  /** Whether this is a demo. Everybody who looks at it may know. */
  @Get()
  @Permit('session:own')
  @documentRead('demo')
  async read(): Promise<DemoStand & { readonly reason?: string }> {
    const demo = await this.platform.demo.read();
    if (demo === undefined) return { demo: false };
    const { events, recorded } = demo;
    const stand = { demo: true, events, recorded } as const;
    if (!('obstacle' in this.removal)) return stand;
    const { obstacle } = this.removal;
    return { ...stand, obstacle, reason: httpTerms[obstacle].zh };
  }

  /**
   * Removes the demo with all that was recorded in it, and begins anew, empty. Answers before it happens: what answers cannot go first.
   * @rejects not-a-demo              the installation was not made as one
   * @rejects demo-distributed        other processes work on it
   * @rejects demo-database-elsewhere it is not in the database that this process looks after
   * @rejects demo-keys-elsewhere     keys or anchors of it are not in the data folder
   */
  @Post('removal')
  @HttpCode(202)
  @Permit('system:keep')
  @documentRead('removeDemo')
  async remove(
    @Body() _confirmed: RemovalRequest,
  ): Promise<{ readonly events: number; readonly recorded: number; readonly then: 'set-up' }> {
    const demo = await this.platform.demo.read();
    if (demo === undefined) throw new Rejected(reject('not-a-demo'));
    if ('obstacle' in this.removal) throw new Rejected(reject(this.removal.obstacle));
    await this.removal.begin(demo.logId);
    return { events: demo.events, recorded: demo.recorded, then: 'set-up' };
  }
}
