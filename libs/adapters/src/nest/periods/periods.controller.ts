import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Closed, closePeriod } from '#application/sealing/seal-period.js';
import type { Principal } from '#kernel/command.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { explainedBy } from '../callers/explained-by.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { periodOf } from '../queries/scope.js';
import { documentWriters } from '../../documents/write-document.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { answerFile } from '../web/office-files.js';
import {
  BooksParams,
  CloseRequest,
  LateQuery,
  PeriodsQuery,
  RestatementFileParams,
  RestatementQuery,
  SealParams,
} from './periods.dto.js';
import {
  type LateInbox,
  type Periods,
  type Restatement,
  type SealedFigures,
  readLate,
  readPeriods,
  readRestatement,
  readSeal,
  restatementFile,
} from './read-periods.js';

/** The books of periods: which are closed, with what figures, and what came late. */
@Controller('v1/periods')
export class PeriodsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  @Get()
  @Permit('figures:read')
  @documentRead('periods')
  periods(@Query() asked: PeriodsQuery, @Caller() caller: Principal): Promise<Periods> {
    return readPeriods(this.platform, caller, asked);
  }

  /** Closes the books with a seal, or gives the one they are closed with. */
  @Post('close')
  @Permit('periods:close')
  @documentRead('close')
  async close(
    @Body() { bureau, line, period, explanations = [] }: CloseRequest,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Omit<Closed, 'seal'> & Pick<Closed['seal'], 'number' | 'position' | 'hash'>> {
    const position = (): Promise<number> => this.freshness.head(this.platform.feed);
    const { seal, streamId, recorded } = await closePeriod(
      { ...wholeOf(this.platform), position },
      {
        bureau,
        line,
        period: periodOf(period),
        principal,
        correlationId: request.id,
        explanations: explainedBy(principal, explanations),
      },
    );
    if (recorded) await this.platform.anchor();
    void reply.code(recorded ? 201 : 200).header('x-position', seal.recordedAt);
    return { streamId, recorded, number: seal.number, position: seal.position, hash: seal.hash };
  }

  @Get(':streamId/seals/:number')
  @Permit('figures:read')
  @documentRead('seal')
  seal(@Param() { streamId, number }: SealParams, @Caller() caller: Principal): Promise<SealedFigures> {
    return readSeal(this.platform, caller, streamId, number);
  }

  @Get(':streamId/late')
  @Permit('figures:read')
  @documentRead('late')
  late(@Param() { streamId }: BooksParams, @Query() asked: LateQuery, @Caller() caller: Principal): Promise<LateInbox> {
    return readLate(this.platform, caller, streamId, asked);
  }

  /** The pack to be filed: every figure that moved since the seal, with the postings that moved it. */
  @Get(':streamId/restatement/:format')
  @Permit('figures:read')
  @documentRead('restatementFile')
  async restatementFile(
    @Param() { streamId, format }: RestatementFileParams,
    @Query() asked: RestatementQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const printed = await restatementFile(this.platform, this.freshness, caller, streamId, asked);
    return answerFile(reply, await documentWriters[format](printed), printed.title, format);
  }

  @Get(':streamId/restatement')
  @Permit('figures:read')
  @documentRead('restatement')
  async restatement(
    @Param() { streamId }: BooksParams,
    @Query() asked: RestatementQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Restatement> {
    const found = await readRestatement(this.platform, this.freshness, caller, streamId, asked);
    void reply.header('x-position', found.position);
    return found;
  }
}
