import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from '#application/registry.js';
import { Later } from '#application/sign-in/later.js';
import { type Rejection, Rejected, reject } from '#kernel/reject.js';
import type { Log } from '../../log.js';
import { NotYet } from '../queries/freshness.js';
import { outageOf } from './outages.js';
import { PROBLEM_TYPE, problemOf } from './problem.js';

const codes: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'not-permitted',
  404: 'not-found',
  413: 'too-large',
  414: 'url-too-long',
  415: 'unsupported-type',
  503: 'unavailable',
};

/** The rejection an error stands for; undefined for a fault of ours. */
export const rejectionOf = (error: unknown): Rejection | undefined => {
  if (error instanceof Rejected) return error.rejection;
  const outage = outageOf(error);
  if (outage !== undefined) return reject(outage);
  const { statusCode } = error as { readonly statusCode?: unknown };
  const status = error instanceof HttpException ? error.getStatus() : typeof statusCode === 'number' ? statusCode : 500;
  if (status >= 500) return status === 503 ? reject('unavailable') : undefined;
  return reject(codes[status] ?? 'malformed-request');
};

const notYet = ({ wanted, freshness }: NotYet) => ({ wanted, behind: wanted - freshness.position, freshness });

/** Turns whatever was thrown into problem+json. A fault of ours is logged whole, and tells the caller nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly registry: Registry,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof NotYet) return void reply.code(202).header('retry-after', 1).send(notYet(error));
    const rejection = rejectionOf(error);
    if (rejection === undefined) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      this.log('error', 'request failed', {
        correlationId: request.id,
        route: request.routeOptions?.url,
        message,
        stack,
      });
    } else {
      const cause = error instanceof Rejected ? error.cause : outageOf(error) && error;
      if (cause !== undefined) this.log('error', 'an outage', { correlationId: request.id, message: String(cause) });
    }
    if (error instanceof Later) void reply.header('retry-after', error.seconds);
    const path = request.url.split('?', 1)[0] ?? '';
    const problem = problemOf(this.registry, rejection ?? reject('unexpected'), path, request.id);
    void reply
      .code(problem.status)
      .headers({ 'content-type': PROBLEM_TYPE, 'x-correlation-id': request.id })
      .send(JSON.stringify(problem));
  }
}
