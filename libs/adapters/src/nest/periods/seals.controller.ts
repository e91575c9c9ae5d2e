import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { HashParams } from './periods.dto.js';
import { type SealedFigures, readSealByHash } from './read-periods.js';

/** Seals by their hash: what a file that names one is held against. */
@Controller('v1/seals')
export class SealsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get(':hash')
  @Permit('figures:read')
  @documentRead('sealByHash')
  seal(@Param() { hash }: HashParams, @Caller() caller: Principal): Promise<SealedFigures> {
    return readSealByHash(this.platform, caller, hash);
  }
}
