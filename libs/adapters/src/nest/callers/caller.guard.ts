import { type CanActivate, type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import { type Permission, mayDo } from './permissions.js';
import { permissionFor } from './permit.js';
import type { Callers } from './token-file.js';

type Known = FastifyRequest & { caller?: Principal };

/** The principal who calls; a handler of an `open` route has none to ask for. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined => context.switchToHttp().getRequest<Known>().caller,
);

const BEARER = /^Bearer ([\w.~+/-]{1,512}=*)$/i;

/** Lets nobody through who did not say who he is, or may not do what the route asks for. */
export class CallerGuard implements CanActivate {
  constructor(private readonly callers: Callers) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Known>();
    const permission = permissionFor(context.getHandler()) as Permission;
    if (permission === 'open') return true;
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const principal = token === undefined ? undefined : this.callers.find(token);
    if (principal === undefined) throw new Rejected(reject('unauthenticated'));
    if (!mayDo(principal.roles, permission)) throw new Rejected(reject('not-permitted'));
    request.caller = principal;
    return true;
  }
}
