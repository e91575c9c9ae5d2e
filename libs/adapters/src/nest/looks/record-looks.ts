import { type CallHandler, type ExecutionContext, type NestInterceptor, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import { type Looker, lookOf } from '#application/looks/look.js';
import { idsIn } from '#application/persons/hide-sealed.js';
import { sealedAmong } from '#application/persons/standing.js';
import type { Platform } from '../../platform/platform.js';
import { bureausOf } from '../queries/scope.js';
import { lookerOf } from './looking.js';
import { type Operation, operationOf } from './purposes.js';

/** Why a file is asked for, where its route asks that. */
const reasonOf = ({ query }: FastifyRequest): { readonly reason?: string } => {
  const { reason } = query as { readonly reason?: unknown };
  return typeof reason === 'string' ? { reason } : {};
};

/**
 * Goes over every answer before it leaves: whom it names, by reference, is put on record, and every file; a route that
 * anybody adds is covered. Who is shown in clear was put on record with the reading (`persons/reveal.ts`). An answer that
 * cannot be put on record is not given. Live figures name nobody and do not come by here.
 */
export class RecordLooks implements NestInterceptor {
  constructor(private readonly platform: Platform) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const operation = operationOf(this.platform.registry, context.getHandler(), request.method);
    const looker = lookerOf(request, operation.route);
    if (looker === undefined || operation.receipt) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.record(looker, operation, answer, reasonOf(request));
        return answer;
      }),
    );
  }

  /** @rejects look-not-recorded */
  private async record(
    looker: Looker,
    { purpose, exported }: Operation,
    answer: unknown,
    why: { readonly reason?: string },
  ): Promise<void> {
    const { looks, offices, persons, registry } = this.platform;
    if (exported || answer instanceof StreamableFile) {
      const bureaus = bureausOf(offices, looker.who);
      await looks.write(lookOf(looker, { purpose: 'document', ...why, subjects: [], minors: [], bureaus }));
    }
    if (answer instanceof StreamableFile) return;
    const ids = [...idsIn(answer, new Set())].filter((id) => !looker.recorded.has(id));
    if (ids.length === 0) return;
    const found = await persons.bureausOf(ids);
    if (found.size === 0) return;
    const subjects = [...found.keys()];
    const minors = [...(await sealedAmong(this.platform, registry.people, subjects))];
    await looks.write(lookOf(looker, { purpose, subjects, minors, bureaus: [...new Set(found.values())] }));
    for (const subject of subjects) looker.recorded.add(subject);
  }
}
