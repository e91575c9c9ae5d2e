import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { maySend } from '../callers/permissions.js';
import { Permit } from '../callers/permit.js';
import { commandOf } from '../commands/command-of.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { EventParams, ImpactRequest, PendingParams } from './impact.dto.js';
import { type ShownImpact, impactOfCommand, impactOfEvent, impactOfRequest } from './read-impact.js';

/** What is recorded moves figures: which, before it is recorded and after. Nothing here leaves a trace. */
@Controller('v1')
export class ImpactController {
  constructor(
    @Inject(PLATFORM) readonly platform: Platform,
    @Inject(FRESHNESS) readonly freshness: FreshnessWatch,
  ) {}

  /** Open to whoever may send the command. */
  @Post('commands/impact')
  @HttpCode(200)
  @Permit('figures:read')
  @documentRead('impactOfCommand')
  async command(
    @Body() { type, streamId, ...envelope }: ImpactRequest,
    @Caller() caller: Principal,
    @Req() { id: correlationId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownImpact> {
    if (!maySend(this.platform.registry, caller.roles, type)) throw new Rejected(reject('not-permitted'));
    const what = { type, streamId, caller, correlationId };
    const command = commandOf(this.platform, what, envelope, { commandId: correlationId });
    return this.placed(reply, await impactOfCommand(this, command));
  }

  @Get('streams/:streamId/requests/:requestId/impact')
  @Permit('records:approve', 'any')
  @documentRead('impactOfRequest')
  async request(
    @Param() { streamId, requestId }: PendingParams,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownImpact> {
    return this.placed(reply, await impactOfRequest(this, caller, streamId, requestId));
  }

  @Get('events/:position/impact')
  @Permit('figures:read')
  @documentRead('impactOfEvent')
  async event(
    @Param() { position }: EventParams,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownImpact> {
    return this.placed(reply, await impactOfEvent(this, caller, position));
  }

  private placed(reply: FastifyReply, found: ShownImpact): ShownImpact {
    void reply.header('x-position', found.position);
    return found;
  }
}
