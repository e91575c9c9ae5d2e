import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '#kernel/dates.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { SIGN_IN } from '../tokens.js';
import { originOf } from './cookies.js';
import { type Answer, answerOpened } from './own-entry.js';
import {
  MachineTokenRequest,
  ResetPasswordRequest,
  SecondFactorRequest,
  SetupRequest,
  SignInRequest,
} from './sign-in.dto.js';

/** The ways in, for whoever is not yet known. */
@Controller('v1')
export class SignInController {
  constructor(@Inject(SIGN_IN) private readonly uses: SignInUses) {}

  @Post('sign-in')
  @HttpCode(200)
  @Permit('open')
  @documentRead('signIn')
  async signIn(
    @Body() { name, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answerOpened(this.uses, await this.uses.signIn.withPassword(name, password, originOf(request)), reply);
  }

  @Post('sign-in/second-factor')
  @HttpCode(200)
  @Permit('open')
  @documentRead('signInSecondFactor')
  async secondFactor(
    @Body() { ticket, code }: SecondFactorRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answerOpened(this.uses, await this.uses.signIn.withOneTimePassword(ticket, code, originOf(request)), reply);
  }

  /** Chooses a password by the code an administrator handed over. */
  @Post('password-reset')
  @HttpCode(204)
  @Permit('open')
  @documentRead('redeemReset')
  async reset(
    @Body() { name, code, newPassword }: ResetPasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.uses.manage.redeem(name, code, newPassword, originOf(request));
  }

  /** Makes the first administrators, by the code on the console. */
  @Post('setup')
  @HttpCode(201)
  @Permit('open')
  @documentRead('setUp')
  async setUp(@Body() { code, administrators }: SetupRequest, @Req() request: FastifyRequest) {
    const faults = [...administrators.entries()].flatMap(([at, { name, role }]) => [
      ...(administrators.findIndex((other) => other.role === role) < at ? [`administrators[${at}].role`] : []),
      ...(administrators.findIndex((other) => other.name === name) < at ? [`administrators[${at}].name`] : []),
    ]);
    const details = faults.map((at) => ({ at, code: 'given-twice' }));
    // Without one nobody could make the others.
    if (!administrators.some(({ role }) => role === 'security-admin'))
      details.push({ at: 'administrators', code: 'security-admin-missing' });
    if (details.length > 0) throw new Rejected(reject('invalid-data', ...details));
    return { users: await this.uses.manage.setUp(code, administrators, originOf(request)) };
  }

  /** Gives a program a token for some minutes. */
  @Post('machine-tokens')
  @HttpCode(200)
  @Permit('open')
  @documentRead('machineToken')
  machineToken(
    @Body() { name, secret }: MachineTokenRequest,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
    return this.uses.machines.exchange(name, secret, originOf(request).network);
  }
}
