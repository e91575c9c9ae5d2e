import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { type SavedView, VIEW_BYTES } from '#application/ports/saved-views.js';
import type { SignedIn } from '#application/sign-in/session-check.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { OwnSession } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { SavedViewParams, SavedViewRequest } from './saved-views.dto.js';

/** How the caller looks at registers: his alone. */
@Controller('v1/saved-views')
export class SavedViewsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Permit('session:own')
  @documentRead('savedViews')
  async list(@OwnSession() { user: { userId } }: SignedIn): Promise<{ readonly views: readonly SavedView[] }> {
    return { views: await this.platform.savedViews.list(userId) };
  }

  /**
   * @rejects invalid-data   larger than a view is
   * @rejects too-many-views
   */
  @Put(':viewId')
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('keepSavedView')
  async keep(
    @Param() { viewId }: SavedViewParams,
    @Body() { content }: SavedViewRequest,
    @OwnSession() { user: { userId } }: SignedIn,
  ): Promise<void> {
    const { savedViews, clock } = this.platform;
    if (Buffer.byteLength(JSON.stringify(content)) > VIEW_BYTES)
      throw new Rejected(reject('invalid-data', { at: 'content', code: 'too-long' }));
    if (!(await savedViews.keep(userId, { viewId, content }, clock.now().now)))
      throw new Rejected(reject('too-many-views'));
  }

  @Delete(':viewId')
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('dropSavedView')
  drop(@Param() { viewId }: SavedViewParams, @OwnSession() { user: { userId } }: SignedIn): Promise<void> {
    return this.platform.savedViews.drop(userId, viewId);
  }
}
