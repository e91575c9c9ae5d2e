import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { findSheet } from '#application/evaluation/read-sheets.js';
import {
  type NameableFigure,
  type ReportPart,
  readNarrative,
  writeNarrative,
} from '#application/year-end/write-narrative.js';
import type { Principal, Receipt } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { preconditionOf } from '../commands/command-of.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { KnownQuery } from '../queries/query.dto.js';
import { cutOffOf } from '../queries/scope.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { type DraftHead, headOf } from './read-sheets.js';
import { NarrativeRequest, SheetParams } from './sheets.dto.js';

/** What a bureau says in its own words in the report of a sheet, its figures bound. */
@Controller('v1/performance-sheets')
export class NarrativeController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  @Get(':streamId/narrative')
  @Permit('figures:read')
  @documentRead('narrative')
  async narrative(
    @Param() { streamId }: SheetParams,
    @Query() asked: KnownQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftHead & { readonly parts: readonly ReportPart[]; readonly figures: readonly NameableFigure[] }> {
    const cutOff = asked.asOf === undefined ? undefined : await cutOffOf(this.platform, asked.asOf);
    const freshness = await this.freshness.reach(Math.max(asked['min-position'] ?? 0, cutOff ?? 0));
    const found = await findSheet(this.platform, principal, streamId, cutOff);
    const position = cutOff ?? freshness.position;
    void reply.header('x-position', position);
    const sheet = headOf(this.platform.registry, found);
    return { sheet, position, freshness, ...(await readNarrative(this.platform, found, position)) };
  }

  /** Records what is said in one part. */
  @Post(':streamId/narrative')
  @Permit('sheets:write')
  @documentRead('writeNarrative')
  async write(
    @Param() { streamId }: SheetParams,
    @Body() { part, paragraphs }: NarrativeRequest,
    @Headers() headers: IncomingHttpHeaders,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const receipt = await writeNarrative(this.platform, {
      ...{ ...preconditionOf(headers, principal), correlationId: request.id },
      ...{ principal, streamId, part, paragraphs },
      position: (await this.freshness.now()).position,
    });
    void reply
      .code(receipt.recorded ? 201 : 200)
      .header('etag', `"${receipt.version}"`)
      .header('x-position', receipt.position);
    return receipt;
  }
}
