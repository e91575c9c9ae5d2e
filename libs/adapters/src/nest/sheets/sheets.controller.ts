import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { periodOfSheet } from '#application/evaluation/actuals.js';
import { draftSheet } from '#application/evaluation/draft-sheet.js';
import { NOTHING_ENTERED } from '#application/evaluation/entries.js';
import { evaluateSheet } from '#application/evaluation/evaluate-sheet.js';
import { monitorSheet } from '#application/evaluation/monitoring-draft.js';
import { readSheets } from '#application/evaluation/read-sheets.js';
import { NOTHING_SUPPOSED, supposeSheet } from '#application/evaluation/what-if.js';
import type { Principal, Receipt } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { explainedBy } from '../callers/explained-by.js';
import { Permit } from '../callers/permit.js';
import { preconditionOf } from '../commands/command-of.js';
import { documentRead } from '../openapi/read-routes.js';
import { KnownQuery } from '../queries/query.dto.js';
import type { Freshness, FreshnessWatch } from '../queries/freshness.js';
import { readingOf } from '../queries/scope.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import {
  type DraftHead,
  type SheetHead,
  type ShownDraft,
  type ShownMonitoring,
  headOf,
  readAt,
  shownDraft,
  shownMonitoring,
} from './read-sheets.js';
import { EvaluateRequest, MonitoringQuery, SheetParams, SheetsQuery, SupposeRequest } from './sheets.dto.js';

/** A bureau's sheets of a year. */
interface Sheets {
  readonly bureau: string;
  readonly year: number;
  readonly sheets: readonly SheetHead[];
  readonly freshness: Freshness;
}

/** The performance sheets of a year: what their rows come to, how they score, and the evaluation that is recorded of it. */
@Controller('v1/performance-sheets')
export class SheetsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  @Get()
  @Permit('figures:read')
  @documentRead('sheets')
  async sheets(@Query() asked: SheetsQuery, @Caller() caller: Principal): Promise<Sheets> {
    const { registry, offices } = this.platform;
    const reading = readingOf(offices, caller, asked);
    const freshness = await this.freshness.now();
    const sheets = await readSheets(this.platform, reading, asked.year);
    return {
      bureau: reading.bureau,
      year: asked.year,
      sheets: sheets.map((found) => headOf(registry, found)),
      freshness,
    };
  }

  @Get(':streamId/draft')
  @Permit('figures:read')
  @documentRead('draft')
  async draft(
    @Param() { streamId }: SheetParams,
    @Query() asked: KnownQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftHead & ShownDraft> {
    const { registry } = this.platform;
    const request = { streamId, principal, entries: NOTHING_ENTERED };
    const { value, position, freshness } = await readAt(this.platform, this.freshness, asked, (asOf) =>
      draftSheet(this.platform, request, asOf),
    );
    const { found, draft } = value;
    void reply.header('x-position', position);
    const shown = shownDraft(registry, found, draft, periodOfSheet(found.sheet), position);
    return { sheet: headOf(registry, found), position, freshness, ...shown };
  }

  /** Scores a sheet as it might have been. Nothing is kept. */
  @Post(':streamId/what-if')
  @HttpCode(200)
  @Permit('figures:read')
  @documentRead('suppose')
  async suppose(
    @Param() { streamId }: SheetParams,
    @Query() asked: KnownQuery,
    @Body() { entries, suppose }: SupposeRequest,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftHead & { readonly official: ShownDraft; readonly supposed: ShownDraft }> {
    const { registry } = this.platform;
    const request = {
      ...{ streamId, principal },
      entries: { ...NOTHING_ENTERED, ...entries },
      supposed: { ...NOTHING_SUPPOSED, ...suppose },
    };
    const { value, position, freshness } = await readAt(this.platform, this.freshness, asked, (asOf) =>
      supposeSheet(this.platform, request, asOf),
    );
    const { found, official, supposed } = value;
    void reply.header('x-position', position);
    const period = periodOfSheet(found.sheet);
    return {
      ...{ sheet: headOf(registry, found), position, freshness },
      official: shownDraft(registry, found, official, period, position),
      supposed: shownDraft(registry, found, supposed, period, position),
    };
  }

  /** Records the self-evaluation as it is computed now. */
  @Post(':streamId/evaluate')
  @Permit('sheets:write')
  @documentRead('evaluate')
  async evaluate(
    @Param() { streamId }: SheetParams,
    @Body() { entries, explanations = [], ...rest }: EvaluateRequest,
    @Headers() headers: IncomingHttpHeaders,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const { commandId } = preconditionOf(headers, principal);
    const receipt = await evaluateSheet(
      { ...this.platform, position: () => this.freshness.head(this.platform.feed) },
      {
        ...{ ...rest, streamId, principal, commandId },
        entries: { ...NOTHING_ENTERED, ...entries },
        explanations: explainedBy(principal, explanations),
        correlationId: request.id,
      },
    );
    void reply
      .code(receipt.recorded ? 201 : 200)
      .header('etag', `"${receipt.version}"`)
      .header('x-position', receipt.position);
    return receipt;
  }

  @Get(':streamId/monitoring')
  @Permit('figures:read')
  @documentRead('monitoring')
  async monitoring(
    @Param() { streamId }: SheetParams,
    @Query() { monthEnd, ...asked }: MonitoringQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftHead & ShownMonitoring> {
    const { registry } = this.platform;
    const { value, position, freshness } = await readAt(this.platform, this.freshness, asked, (asOf) =>
      monitorSheet(this.platform, { streamId, principal, monthEnd }, asOf),
    );
    const { found, draft } = value;
    void reply.header('x-position', position);
    const shown = shownMonitoring(registry, found, draft, periodOfSheet(found.sheet, monthEnd), position);
    return { sheet: headOf(registry, found), position, freshness, ...shown };
  }
}
