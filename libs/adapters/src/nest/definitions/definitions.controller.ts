import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { officesInScope } from '#application/office-scope.js';
import type { StoredDefinition } from '#application/own-definition.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { DefinitionsRequest } from './definitions.dto.js';

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
    @Body() { bureau, measures, indicators }: DefinitionsRequest,
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly definitions: readonly StoredDefinition[] }> {
    const { definitions, offices } = this.platform;
    if (!officesInScope(offices, caller, bureau).includes(bureau))
      throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
    const handed = {
      ...(measures === undefined ? {} : { measures }),
      ...(indicators === undefined ? {} : { indicators }),
    };
    const added = await definitions.add(handed, bureau, caller.name);
    void reply.code(added.length === 0 ? 200 : 201);
    return { definitions: added };
  }
}
