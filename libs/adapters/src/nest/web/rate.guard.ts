import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Later } from '#application/sign-in/later.js';
import type { Principal } from '#kernel/command.js';
import { type RateLimit, callerAt } from './rate-limit.js';

/** Lets nobody have more than his share, however many addresses he calls from. It stands behind the guard that knows who calls. */
export class RateGuard implements CanActivate {
  constructor(private readonly perUser: RateLimit) {}

  canActivate(context: ExecutionContext): boolean {
    const { caller, ip } = context.switchToHttp().getRequest<FastifyRequest & { readonly caller?: Principal }>();
    if (caller === undefined || callerAt(ip) === undefined) return true;
    const seconds = this.perUser.take(caller.name);
    if (seconds > 0) throw new Later('too-many-requests', seconds);
    return true;
  }
}
