import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Principal } from '#kernel/command.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { BreakdownQuery, CodeParams, CompletenessQuery, EvidenceQuery, IndicatorsQuery } from './query.dto.js';
import type { Platform } from '../../platform/platform.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import type { FreshnessWatch } from './freshness.js';
import { type OfficeBreakdown, readBreakdown } from './read-breakdown.js';
import { type EvidencePage, ReadEvidence } from './read-evidence.js';
import { type Completeness, type FigureHead, type Figures, ReadCompleteness, ReadFigures } from './read-figures.js';

const placed = <Head extends FigureHead>(reply: FastifyReply, found: Head): Head => {
  void reply.header('x-position', found.position);
  return found;
};

/** Figures of a period, what lies behind them, and who reported. */
@Controller('v1')
export class FiguresController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(PLATFORM) readonly platform: Platform,
    @Inject(FRESHNESS) readonly freshness: FreshnessWatch,
  ) {}

  @Get('indicators')
  @Permit('figures:read')
  @documentRead('indicators')
  async indicators(
    @Query() asked: IndicatorsQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Figures> {
    return placed(reply, await this.queries.execute(new ReadFigures(caller, asked)));
  }

  @Get('indicators/:code/evidence')
  @Permit('figures:read')
  @documentRead('evidence')
  async evidence(
    @Param() { code }: CodeParams,
    @Query() asked: EvidenceQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidencePage> {
    return placed(reply, await this.queries.execute(new ReadEvidence(caller, code, asked)));
  }

  @Get('indicators/:code/offices')
  @Permit('figures:read')
  @documentRead('breakdown')
  async breakdown(
    @Param() { code }: CodeParams,
    @Query() asked: BreakdownQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfficeBreakdown> {
    return placed(reply, await readBreakdown(this, caller, code, asked));
  }

  @Get('completeness')
  @Permit('figures:read')
  @documentRead('completeness')
  async completeness(
    @Query() asked: CompletenessQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Completeness> {
    return placed(reply, await this.queries.execute(new ReadCompleteness(caller, asked)));
  }
}
