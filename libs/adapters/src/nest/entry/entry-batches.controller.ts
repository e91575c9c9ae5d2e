import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { titleOf } from '#application/describe-lines.js';
import {
  type Reversal,
  type SeenBatch,
  approveReversal,
  askReversal,
  seeBatch,
  seesBatch,
} from '#application/entry/reverse-batch.js';
import type { EntryBatch } from '#application/ports/entry-batches.js';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { readingOf } from '../queries/scope.js';
import { PLATFORM } from '../tokens.js';
import { entryPortsOf } from './entry-ports.js';
import { BatchParams, EntryQuery, ReversalRequest } from './entry.dto.js';

/** Batches a list holds at most. */
const MOST = 200;

/** Workbooks that were recorded, and taking one back. */
@Controller('v1/entry-batches')
export class EntryBatchesController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly bus: CommandBus,
  ) {}

  /** The newest of a bureau whose offices are all the caller's. */
  @Get()
  @Permit('records:read', 'any')
  @documentRead('entryBatches')
  async list(
    @Query() asked: EntryQuery,
    @Caller() caller: Principal,
  ): Promise<{ readonly bureau: string; readonly batches: readonly (EntryBatch & { readonly title: string })[] }> {
    const { offices, entryBatches, registry } = this.platform;
    const { bureau } = readingOf(offices, caller, asked);
    const batches = (await entryBatches.list(bureau, MOST)).filter((batch) => seesBatch(offices, caller, batch));
    return { bureau, batches: batches.map((batch) => ({ ...batch, title: titleOf(registry, batch.command) })) };
  }

  @Get(':batchId')
  @Permit('records:read', 'any')
  @documentRead('entryBatch')
  one(@Param() { batchId }: BatchParams, @Caller() caller: Principal): Promise<SeenBatch> {
    return seeBatch(entryPortsOf(this.platform, this.bus), caller, batchId);
  }

  @Post(':batchId/reversal')
  @HttpCode(200)
  @Permit('records:write', 'any')
  @documentRead('askReversal')
  async ask(
    @Param() { batchId }: BatchParams,
    @Body() { reason, note }: ReversalRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reversal> {
    const asked = { batchId, reason, ...(note === undefined ? {} : { note }) };
    return placed(reply, await askReversal(entryPortsOf(this.platform, this.bus), caller, asked));
  }

  /** The second person's part. */
  @Post(':batchId/reversal/approval')
  @HttpCode(200)
  @Permit('records:approve', 'any')
  @documentRead('approveReversal')
  async approve(
    @Param() { batchId }: BatchParams,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reversal> {
    return placed(reply, await approveReversal(entryPortsOf(this.platform, this.bus), caller, batchId));
  }
}

const placed = (reply: FastifyReply, reversal: Reversal): Reversal => {
  if (reversal.position !== undefined) void reply.header('x-position', reversal.position);
  return reversal;
};
