import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Looker } from '#application/looks/look.js';
import type { User } from '#application/ports/users.js';
import type { Principal } from '#kernel/command.js';

type Looked = FastifyRequest & {
  readonly caller?: Principal;
  readonly identified?: { readonly user: User };
  looker?: Looker;
};

/** Who looks in a request, the same all through it; undefined before he said who he is, and where nobody is asked. */
export const lookerOf = (request: FastifyRequest, route: string): Looker | undefined => {
  const looked = request as Looked;
  const { caller: who, identified } = looked;
  if (who === undefined || identified === undefined) return undefined;
  looked.looker ??= {
    ...{ who, userId: identified.user.userId, address: request.ip, requestId: request.id, route },
    object: request.url.split('?', 1)[0] ?? '',
    recorded: new Set(),
  };
  return looked.looker;
};

/** Who looks, for handlers that show persons in clear. */
export const Looking = createParamDecorator(
  (_: unknown, context: ExecutionContext): Looker | undefined => context.switchToHttp().getRequest<Looked>().looker,
);
