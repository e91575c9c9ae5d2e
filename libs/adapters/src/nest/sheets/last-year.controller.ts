import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { FormerForm } from '#application/evaluation/performance-sheet.js';
import { type Comparison, compareSheet } from '#application/last-year/compare-sheet.js';
import { importLastYear } from '#application/last-year/import-last-year.js';
import type { Principal, Receipt } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import { formerWorkbooks } from '../../documents/former-workbooks.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { preconditionOf } from '../commands/command-of.js';
import { documentRead } from '../openapi/read-routes.js';
import { KnownQuery } from '../queries/query.dto.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { type DraftHead, headOf, readAt } from './read-sheets.js';
import { SheetParams } from './sheets.dto.js';

/** The form of the year before, as a file, and a sheet beside it. */
@Controller('v1/performance-sheets')
export class LastYearController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  /**
   * Reads a workbook and records what it says of the rows of the sheet.
   * @rejects unsupported-type the body is no xlsx
   */
  @Post(':streamId/last-year')
  @Permit('sheets:write')
  @documentRead('importLastYear')
  async take(
    @Param() { streamId }: SheetParams,
    @Body() bytes: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly receipt: Receipt } & FormerForm> {
    if (!Buffer.isBuffer(bytes)) throw new Rejected(reject('unsupported-type'));
    const { commandId } = preconditionOf(headers, principal);
    const ports = { ...this.platform, forms: formerWorkbooks };
    const { receipt, form } = await importLastYear(ports, {
      ...{ principal, streamId, bytes, commandId, correlationId: request.id },
    });
    void reply.code(receipt.recorded ? 201 : 200).header('x-position', receipt.position);
    return { receipt, ...form };
  }

  @Get(':streamId/comparison')
  @Permit('figures:read')
  @documentRead('comparison')
  async comparison(
    @Param() { streamId }: SheetParams,
    @Query() asked: KnownQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftHead & Comparison & { readonly imported: FormerForm | null }> {
    const { value, position, freshness } = await readAt(this.platform, this.freshness, asked, (asOf) =>
      compareSheet(this.platform, { streamId, principal }, asOf),
    );
    void reply.header('x-position', position);
    const { found, comparison } = value;
    const sheet = headOf(this.platform.registry, found);
    return { sheet, position, freshness, ...comparison, imported: found.sheet.former ?? null };
  }
}
