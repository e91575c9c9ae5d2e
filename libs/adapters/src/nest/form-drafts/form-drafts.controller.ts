import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import type { FormContent } from '#application/ports/form-drafts.js';
import type { SignedIn } from '#application/sign-in/session-check.js';
import type { Platform } from '../../platform/platform.js';
import { OwnSession } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { FormDraftParams, FormDraftRequest } from './form-drafts.dto.js';

/** Forms the caller has not finished: his alone. */
@Controller('v1/form-drafts/:form')
export class FormDraftsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Permit('session:own')
  @documentRead('formDraft')
  async find(
    @Param() { form }: FormDraftParams,
    @OwnSession() { user: { userId } }: SignedIn,
  ): Promise<{ readonly content: FormContent | null }> {
    return { content: (await this.platform.formDrafts.find({ userId, form })) ?? null };
  }

  @Put()
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('keepFormDraft')
  keep(
    @Param() { form }: FormDraftParams,
    @Body() { content }: FormDraftRequest,
    @OwnSession() { user: { userId } }: SignedIn,
  ): Promise<void> {
    const { formDrafts, clock } = this.platform;
    return formDrafts.keep({ userId, form }, content, clock.now().now);
  }

  @Delete()
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('dropFormDraft')
  drop(@Param() { form }: FormDraftParams, @OwnSession() { user: { userId } }: SignedIn): Promise<void> {
    return this.platform.formDrafts.drop({ userId, form });
  }
}
