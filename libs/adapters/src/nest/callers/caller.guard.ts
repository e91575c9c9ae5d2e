import { type CanActivate, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { User } from '#application/ports/users.js';
import type { SignedIn } from '#application/sign-in/session-check.js';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { SignInUses } from '../../sign-in/open-sign-in.js';
import { SESSION_COOKIE, cookieOf } from '../sign-in/cookies.js';
import { refuseCrossSite } from '../sign-in/cross-site.js';
import { type Permission, mayDo } from './permissions.js';
import { permissionFor, staffFor } from './permit.js';

/** Who calls, and for a person the session he calls in. */
interface Identified {
  readonly user: User;
  readonly signedIn?: SignedIn;
  /** Whether he would still be let in; asking keeps no session from idling. */
  readonly holds: () => Promise<boolean>;
}

type Known = FastifyRequest & { caller?: Principal; identified?: Identified };

const requestOf = (context: ExecutionContext): Known => context.switchToHttp().getRequest<Known>();

/** The principal who calls; an `open` route has none. */
export const callerOf = (context: ExecutionContext): Principal | undefined => requestOf(context).caller;

/** The principal who calls; a handler of an `open` route has none to ask for. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => callerOf(context));

/** The user who calls. */
export const CallingUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): User | undefined => requestOf(context).identified?.user,
);

/** The session of a route that asks for `session:own`. */
export const OwnSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn | undefined => requestOf(context).identified?.signedIn,
);

/** Whether the caller would still be let in, for answers that go on for long. */
export const StillHolds = createParamDecorator(
  (_: unknown, context: ExecutionContext): (() => Promise<boolean>) | undefined => requestOf(context).identified?.holds,
);

const BEARER = /^Bearer ([\w.-]{1,1024})$/i;

/** Lets nobody through who did not say who he is, or may not do what the route asks for. */
export class CallerGuard implements CanActivate {
  constructor(
    private readonly signIn: SignInUses,
    private readonly knownOrigins: readonly string[] = [],
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const permission = permissionFor(context.getHandler()) as Permission;
    const { authorization } = request.headers;
    if (authorization === undefined) refuseCrossSite(request, permission !== 'open', this.knownOrigins);
    if (permission === 'open') return true;
    const identified = await (authorization === undefined ? this.inSession(request) : this.byToken(authorization));
    if (identified === undefined) throw new Rejected(reject('unauthenticated'));
    const { user, signedIn } = identified;
    if (permission === 'session:own') {
      if (signedIn === undefined) throw new Rejected(reject('session-needed'));
    } else {
      const duty = signedIn === undefined ? undefined : this.signIn.check.dutyOf(user);
      if (duty !== undefined) throw new Rejected(reject(duty));
      if (!mayDo(user.roles, permission, staffFor(context.getHandler()))) throw new Rejected(reject('not-permitted'));
    }
    request.identified = identified;
    request.caller = { name: user.name, roles: user.roles, offices: user.offices };
    return true;
  }

  private async inSession(request: FastifyRequest): Promise<Identified | undefined> {
    const token = cookieOf(request, SESSION_COOKIE);
    const signedIn = token === undefined ? undefined : await this.signIn.check.find(token);
    if (token === undefined || signedIn?.session.stage !== 'open') return undefined;
    const holds = async () => (await this.signIn.check.find(token, false)) !== undefined;
    return { user: signedIn.user, signedIn, holds };
  }

  private async byToken(authorization: string): Promise<Identified | undefined> {
    const token = BEARER.exec(authorization)?.[1];
    const user = token === undefined ? undefined : await this.signIn.machines.find(token);
    if (token === undefined || user === undefined) return undefined;
    return { user, holds: async () => (await this.signIn.machines.find(token)) !== undefined };
  }
}
