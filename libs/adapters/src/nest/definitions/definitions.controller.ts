import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { HandedIn } from '#application/define-own.js';
import { describeVocabulary } from '#application/describe-lines.js';
import { officesInScope } from '#application/office-scope.js';
import type { StoredDefinition } from '#application/own-definition.js';
import { type Preview, previewDefinitions } from '#application/preview-definitions.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { periodOf } from '../queries/scope.js';
import { PLATFORM } from '../tokens.js';
import { DefinitionsRequest, PreviewRequest } from './definitions.dto.js';

/** Measures and indicators that bureaus add to those of the lines, without code. */
@Controller('v1/definitions')
export class DefinitionsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Every version there ever was, of the bureaus the caller may see. */
  @Get()
  @Permit('definitions:read')
  @documentRead('definitions')
  async all(@Caller() caller: Principal): Promise<{ readonly definitions: readonly StoredDefinition[] }> {
    const { definitions, offices } = this.platform;
    const found = await definitions.list();
    return { definitions: found.filter(({ bureau }) => officesInScope(offices, caller, bureau).length > 0) };
  }

  /** Checks and keeps definitions. A new measure is counted over all history before this answers. */
  @Post()
  @Permit('definitions:write')
  @documentRead('define')
  async define(
    @Body() asked: DefinitionsRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly definitions: readonly StoredDefinition[] }> {
    this.officesOf(asked, caller);
    const added = await this.platform.definitions.add(handedIn(asked), asked.bureau, caller.name);
    void reply.code(added.length === 0 ? 200 : 201);
    return { definitions: added };
  }

  /** What definitions may rest on. */
  @Get('vocabulary')
  @Permit('definitions:write')
  @documentRead('vocabulary')
  vocabulary(): ReturnType<typeof describeVocabulary> {
    return describeVocabulary(this.platform.registry);
  }

  /** What they would change if they were handed in; nothing is kept. */
  @Post('preview')
  @HttpCode(200)
  @Permit('definitions:write')
  @documentRead('previewDefinitions')
  preview(@Body() asked: PreviewRequest, @Caller() caller: Principal): Promise<Preview> {
    const reading = { bureau: asked.bureau, offices: this.officesOf(asked, caller) };
    return previewDefinitions(this.platform, handedIn(asked), reading, periodOf(asked.period));
  }

  /** @rejects not-found the caller does not answer for the whole bureau */
  private officesOf({ bureau }: DefinitionsRequest, caller: Principal): readonly string[] {
    const found = officesInScope(this.platform.offices, caller, bureau);
    if (!found.includes(bureau)) throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
    return found;
  }
}

const handedIn = ({ measures, indicators }: DefinitionsRequest): HandedIn => ({
  ...(measures === undefined ? {} : { measures }),
  ...(indicators === undefined ? {} : { indicators }),
});
