import { Controller, Get, Inject, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DraftEntry, DraftFailure } from '#application/ports/drafts.js';
import type { YearEndProgress } from '#application/run-year-end.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { readingOf } from '../queries/scope.js';
import { PLATFORM } from '../tokens.js';
import { officeFile } from '../web/office-file.js';
import { DraftParams, DraftsQuery } from './drafts.dto.js';

interface DraftList {
  readonly bureau: string;
  readonly year: number;
  readonly progress: YearEndProgress;
  readonly drafts: readonly DraftEntry[];
  readonly failures: readonly DraftFailure[];
}

/** Documents of a year that is over, made before anybody asked. */
@Controller('v1/drafts')
export class DraftsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Permit('figures:read')
  @documentRead('drafts')
  async list(@Query() { year, ...asked }: DraftsQuery, @Caller() caller: Principal): Promise<DraftList> {
    const { offices, drafts, yearEnd } = this.platform;
    const { bureau } = readingOf(offices, caller, asked);
    return {
      bureau,
      year,
      progress: await yearEnd.progress(),
      drafts: await drafts.list(year, bureau),
      failures: await drafts.failures(year, bureau),
    };
  }

  /** @rejects not-found there is no such draft, or the bureau is not the caller's */
  @Get(':year/:bureau/:subject/:document/:format')
  @Permit('figures:read')
  @documentRead('draftFile')
  async file(
    @Param() { format, ...key }: DraftParams,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    readingOf(this.platform.offices, caller, { bureau: key.bureau });
    const file = await this.platform.drafts.file(key, format);
    if (file === undefined) throw new Rejected(reject('not-found'));
    return officeFile(reply, `${key.year}-${key.subject}-${key.document}`, format, file);
  }
}
