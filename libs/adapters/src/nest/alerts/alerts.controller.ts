import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Principal } from '#kernel/command.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { AlertsQuery } from './alerts.dto.js';
import { type AlertPage, readAlerts } from './read-alerts.js';

/** What stands out, told once. */
@Controller('v1/alerts')
export class AlertsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Permit('records:read')
  @documentRead('alerts')
  alerts(@Query() asked: AlertsQuery, @Caller() caller: Principal): Promise<AlertPage> {
    return readAlerts(this.platform, caller, asked);
  }
}
