import { Body, Controller, Get, Inject, Param, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { describeCodeTables, describeDeadlines } from '#application/describe-rules.js';
import { inScope } from '#application/office-scope.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { CalendarYear } from '#kernel/working-days.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { YearParams, YearRequest } from './rules.dto.js';

/** What everything is recorded and reckoned by: code tables, terms, working days. */
@Controller('v1')
export class RulesController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Every code table with its official Chinese, and where that comes from. */
  @Get('code-tables')
  @Permit('definitions:read')
  @documentRead('codeTables')
  codeTables(): { readonly lines: ReturnType<typeof describeCodeTables> } {
    return { lines: describeCodeTables(this.platform.registry) };
  }

  /** Every term there is, by the day it holds from, with what of it is this deployment's choice. */
  @Get('deadline-rules')
  @Permit('definitions:read')
  @documentRead('deadlineRules')
  deadlineRules(): { readonly lines: ReturnType<typeof describeDeadlines> } {
    return { lines: describeDeadlines(this.platform.registry) };
  }

  /** Every version of every year of the working-day calendar; the first of a year is in force. */
  @Get('calendars')
  @Permit('definitions:read')
  @documentRead('calendars')
  async calendars(): Promise<{ readonly years: readonly CalendarYear[] }> {
    return { years: await this.platform.calendars.all() };
  }

  /**
   * Adds a version of a year, when its notice comes out or is amended. What runs is counted by it before this answers.
   * @rejects not-permitted the calendar is everybody's: the caller does not answer for every bureau
   */
  @Put('calendars/:year')
  @Permit('definitions:write')
  @documentRead('putCalendar')
  async put(
    @Param() { year }: YearParams,
    @Body() { source, daysOff, daysWorked }: YearRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarYear> {
    const { offices, calendars } = this.platform;
    const heads = offices.all().filter(({ parent }) => parent === null);
    if (!heads.every(({ code }) => inScope(offices, caller, code))) throw new Rejected(reject('not-permitted'));
    const { year: known, kept } = await calendars.add({ year, source, daysOff, daysWorked });
    void reply.code(kept ? 201 : 200);
    return known;
  }
}
