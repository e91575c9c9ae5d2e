import { Controller, Get, Inject, Query } from '@nestjs/common';
import { titleOf } from '#application/describe-lines.js';
import { findLooks, findOddUses } from '#application/looks/find-looks.js';
import { lookPurposes } from '#application/looks/look.js';
import type { Principal } from '#kernel/command.js';
import { isLocalDate } from '#kernel/dates.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { LooksQuery } from './looks.dto.js';

const PAGE = 50;
/** Signs of the day an instant begins with. */
const DAY_SIGNS = 10;

/** Who looked at whom: for whoever audits, and what was odd of it for whoever supervises. */
@Controller('v1/looks')
export class LooksController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @rejects invalid-data `from` or `to` is no instant there is */
  @Get()
  @Permit('looks:read')
  @documentRead('looks')
  async all(@Query() { limit = PAGE, ...asked }: LooksQuery, @Caller() caller: Principal): Promise<object> {
    for (const at of ['from', 'to'] as const)
      if (asked[at] !== undefined && !isLocalDate(asked[at].slice(0, DAY_SIGNS)))
        throw new Rejected(reject('invalid-data', { at, code: 'not-an-instant' }));
    const { looks, next } = await findLooks(this.platform, caller, { ...asked, limit });
    const { offices, registry } = this.platform;
    const titled = looks.map((look) => ({
      ...look,
      title: titleOf(registry, `look.${look.purpose}`),
      roleTitles: look.roles.map((role) => titleOf(registry, `role.${role}`)),
      officeNames: look.offices.map((code) => offices.find(code)?.name ?? code),
    }));
    const purposes = lookPurposes.map((purpose) => ({ purpose, title: titleOf(registry, `look.${purpose}`) }));
    return { looks: titled, ...(next === undefined ? {} : { next }), purposes };
  }

  @Get('odd')
  @Permit('persons:manage')
  @documentRead('oddLooks')
  async odd(@Caller() caller: Principal): Promise<object> {
    const uses = await findOddUses(this.platform, caller);
    return { uses: uses.map((use) => ({ ...use, title: titleOf(this.platform.registry, `odd.${use.kind}`) })) };
  }
}
