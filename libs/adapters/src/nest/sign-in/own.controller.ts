import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { titleOf } from '#application/describe-lines.js';
import type { Session } from '#application/ports/sessions.js';
import type { SignedIn } from '#application/sign-in/session-check.js';
import type { Opened } from '#application/sign-in/sign-in.js';
import type { Platform } from '../../platform/platform.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { OwnSession } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM, SIGN_IN } from '../tokens.js';
import { giveCookies, originOf, takeCookie } from './cookies.js';
import { type OwnEntry, ownEntryOf } from './own-entry.js';
import { ConfirmRequest, EnrolRequest, PasswordRequest, SessionParams } from './sign-in.dto.js';

type SessionEntry = Pick<Session, 'sessionId' | 'openedAt' | 'seenAt' | 'network' | 'agent'> & {
  readonly current: boolean;
};

interface OwnSessions extends OwnEntry {
  readonly roleTitles: readonly string[];
  readonly sessions: readonly SessionEntry[];
}

/** What a person does about his own sign-in. */
@Controller('v1')
export class OwnController {
  constructor(
    @Inject(SIGN_IN) private readonly uses: SignInUses,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @Post('sign-out')
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('signOut')
  async signOut(@OwnSession() own: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.uses.own.signOut(own);
    takeCookie(reply);
  }

  /** Who is signed in, what his roles are called, and where else he is. */
  @Get('sessions')
  @Permit('session:own')
  @documentRead('sessions')
  async sessions(@OwnSession() own: SignedIn): Promise<OwnSessions> {
    const sessions = await this.uses.own.sessions(own);
    return {
      ...ownEntryOf(this.uses, own.user),
      roleTitles: own.user.roles.map((role) => titleOf(this.platform.registry, `role.${role}`)),
      sessions: sessions.map(({ sessionId, openedAt, seenAt, network, agent }) => ({
        ...{ sessionId, openedAt, seenAt, network, agent },
        current: sessionId === own.session.sessionId,
      })),
    };
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Permit('session:own')
  @documentRead('endSession')
  end(@Param() { sessionId }: SessionParams, @OwnSession() own: SignedIn): Promise<void> {
    return this.uses.own.end(own, sessionId);
  }

  /** Takes another password; every session ends, and a new one is opened. */
  @Post('password')
  @HttpCode(200)
  @Permit('session:own')
  @documentRead('changePassword')
  async password(
    @Body() { password, newPassword }: PasswordRequest,
    @OwnSession() own: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnEntry> {
    return this.answer(await this.uses.own.changePassword(own, password, newPassword, originOf(request)), reply);
  }

  /** Makes a key for an authenticator, which counts once it is confirmed. */
  @Post('second-factor/enrol')
  @HttpCode(200)
  @Permit('session:own')
  @documentRead('enrolSecondFactor')
  enrol(
    @Body() { password }: EnrolRequest,
    @OwnSession() own: SignedIn,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly key: string; readonly uri: string }> {
    return this.uses.own.enrol(own, password, originOf(request));
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @Permit('session:own')
  @documentRead('confirmSecondFactor')
  async confirm(
    @Body() { code }: ConfirmRequest,
    @OwnSession() own: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnEntry> {
    return this.answer(await this.uses.own.confirmEnrolment(own, code, originOf(request)), reply);
  }

  private answer(opened: Opened, reply: FastifyReply): OwnEntry {
    giveCookies(reply, opened);
    return ownEntryOf(this.uses, opened.signedIn.user);
  }
}
