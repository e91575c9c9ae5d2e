import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { titleOf } from '#application/describe-lines.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { User } from '#application/ports/users.js';
import { administrators, roleCodes } from '#application/roles/role-table.js';
import type { Handed, UserEntry } from '#application/sign-in/manage-users.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { CallingUser } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM, SIGN_IN } from '../tokens.js';
import { ChangeUserRequest, NewUserRequest, ResetRequest, UserParams } from './sign-in.dto.js';

/** A role as it is given to users. */
interface RoleEntry {
  readonly role: string;
  readonly title: string;
  /** Held by itself alone. */
  readonly administrator: boolean;
}

/** Who may sign in, as the security administrator keeps it. */
@Controller('v1/users')
export class UsersController {
  constructor(
    @Inject(SIGN_IN) private readonly uses: SignInUses,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @Get()
  @Permit('users:manage')
  @documentRead('users')
  async list(): Promise<{ readonly users: readonly UserEntry[]; readonly roles: readonly RoleEntry[] }> {
    const { registry } = this.platform;
    return {
      users: await this.uses.manage.list(),
      roles: roleCodes.map((role) => ({
        role,
        title: titleOf(registry, `role.${role}`),
        administrator: administrators.some((one) => one === role),
      })),
    };
  }

  /** @rejects name-taken */
  @Post()
  @HttpCode(201)
  @Permit('users:manage')
  @documentRead('createUser')
  create(@Body() asked: NewUserRequest, @CallingUser() by: User): Promise<Handed> {
    this.refuseUnknown(asked.offices);
    return this.uses.manage.create({ ...asked }, by);
  }

  /** @rejects own-rights; not-found */
  @Patch(':userId')
  @Permit('users:manage')
  @documentRead('changeUser')
  async change(
    @Param() { userId }: UserParams,
    @Body() asked: ChangeUserRequest,
    @CallingUser() by: User,
  ): Promise<UserEntry> {
    this.refuseUnknown(asked.offices ?? []);
    const { subject, ...given } = asked;
    if (subject === undefined) return this.uses.manage.change(userId, given, by);
    if (this.uses.provider === undefined)
      throw new Rejected(reject('invalid-data', { at: 'subject', code: 'unknown-field' }));
    return this.uses.manage.change(userId, { ...given, subject: this.uses.provider.bound(subject) }, by);
  }

  /** @rejects own-rights; not-found */
  @Post(':userId/reset')
  @HttpCode(200)
  @Permit('users:manage')
  @documentRead('resetUser')
  reset(@Param() { userId }: UserParams, @Body() asked: ResetRequest, @CallingUser() by: User): Promise<Handed> {
    return this.uses.manage.reset(userId, { ...asked }, by);
  }

  private refuseUnknown(codes: readonly string[]): void {
    const unknown = [...codes.entries()].filter(
      ([, code]) => code !== EVERY_OFFICE && this.platform.offices.find(code) === undefined,
    );
    const details = unknown.map(([at]) => ({ at: `offices[${at}]`, code: 'not-in-code-table' }));
    if (details.length > 0) throw new Rejected(reject('invalid-data', ...details));
  }
}
