import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Rejected, reject } from '#kernel/reject.js';
import { systemRandom } from '../../system/random.js';
import type { IdentityProvider } from '#application/ports/identity-provider.js';
import { newSecret } from '#application/sign-in/parts.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { SIGN_IN } from '../tokens.js';
import { PROVIDER_COOKIE, cookieOf, giveProviderCookie, originOf, takeProviderCookie } from './cookies.js';
import { type Answer, answerOpened } from './own-entry.js';

/** Signing in by somebody else who knows people, where a deployment names one. */
@Controller('v1/sign-in/oidc')
export class ProviderController {
  constructor(@Inject(SIGN_IN) private readonly uses: SignInUses) {}

  /** @rejects not-found no provider is named; unavailable */
  @Get()
  @Permit('open')
  @documentRead('signInElsewhere')
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const secret = newSecret(systemRandom);
    const address = await this.provider().address(secret);
    giveProviderCookie(reply, secret);
    await reply.redirect(address, 302);
  }

  /** @rejects not-found; sign-in-refused nothing was begun here, the provider says no, or nobody of ours is meant; unavailable */
  @Get('callback')
  @Permit('open')
  @documentRead('signedInElsewhere')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Answer> {
    const provider = this.provider();
    const secret = cookieOf(request, PROVIDER_COOKIE);
    const query = request.url.split('?', 2)[1] ?? '';
    const subject = secret === undefined ? undefined : await provider.subjectOf(query, secret);
    const opened = await this.uses.signIn.withSubject(subject, originOf(request));
    const answer = answerOpened(this.uses, opened, reply);
    takeProviderCookie(reply);
    return answer;
  }

  private provider(): IdentityProvider {
    if (this.uses.provider === undefined) throw new Rejected(reject('not-found'));
    return this.uses.provider;
  }
}
