import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { answerFinding } from '#application/findings/answer-finding.js';
import type { Principal, Receipt } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { explainingRole } from '../callers/explained-by.js';
import { Permit } from '../callers/permit.js';
import { preconditionOf } from '../commands/command-of.js';
import { documentRead } from '../openapi/read-routes.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import { FindingsQuery } from '../queries/query.dto.js';
import { periodOf } from '../queries/scope.js';
import { FRESHNESS, PLATFORM } from '../tokens.js';
import { AnswerRequest, FindingParams } from './findings.dto.js';
import { type Findings, ReadFindings } from './read-findings.js';

/** What was found before signing, and what persons say to it. */
@Controller('v1/findings')
export class FindingsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(FRESHNESS) private readonly freshness: FreshnessWatch,
  ) {}

  @Get()
  @Permit('figures:read')
  @documentRead('findings')
  async findings(
    @Query() asked: FindingsQuery,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Findings> {
    const found = await this.queries.execute(new ReadFindings(caller, asked));
    void reply.header('x-position', found.position);
    return found;
  }

  /** Records who explains a finding or has read it, in the role that may. */
  @Post(':finding/answer')
  @Permit('findings:explain')
  @documentRead('answerFinding')
  async answer(
    @Param() { finding }: FindingParams,
    @Body() { period, ...said }: AnswerRequest,
    @Headers() headers: IncomingHttpHeaders,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const { commandId } = preconditionOf(headers, principal);
    const receipt = await answerFinding(
      { ...this.platform, position: () => this.freshness.head(this.platform.feed) },
      {
        ...{ ...said, finding, principal, commandId },
        period: periodOf(period),
        role: explainingRole(principal) ?? '',
        correlationId: request.id,
      },
    );
    void reply.code(receipt.recorded ? 201 : 200).header('x-position', receipt.position);
    return receipt;
  }
}
