import {
  Body,
  Controller,
  Get,
  Headers,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  type Type,
  applyDecorators,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { CaseDescription } from '#application/describe-case.js';
import type { LineDefinition } from '#application/define-line.js';
import { commandsOn } from '#application/describe-lines.js';
import type { Registry } from '#application/registry.js';
import type { Principal, Receipt } from '#kernel/command.js';
import type { AnyStream } from '#kernel/decider.js';
import { Rejected } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { permissionOf } from '../callers/permissions.js';
import { Permit } from '../callers/permit.js';
import { CaseQuery } from '../queries/query.dto.js';
import { ReadCase } from '../queries/read-case.js';
import { PLATFORM } from '../tokens.js';
import { documentCase, documentCommand } from '../openapi/case-routes.js';
import { commandOf, preconditionOf } from './command-of.js';
import { Dispatch, isRefused } from './dispatch.js';
import { CommandEnvelope, StreamParams } from './envelope.dto.js';

/** `ReceiveSubject` in a path: `receive-subject`. */
export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

class StreamController {
  constructor(
    @Inject(CommandBus) protected readonly commands: CommandBus,
    @Inject(QueryBus) protected readonly queries: QueryBus,
    @Inject(PLATFORM) protected readonly platform: Platform,
  ) {}
}

/**
 * Gives a kind of stream its routes, from its declaration: one POST for each command, and a GET for the case.
 * `POST /v1/<line>/<stream>/<streamId>/<command>`
 */
export const controllerOf = (registry: Registry, line: LineDefinition, stream: AnyStream): Type => {
  const path = stream.type.replace('.', '/');

  class OneStream extends StreamController {
    @Get(':streamId')
    @Permit('records:read', line.staff)
    @documentCase(registry, stream)
    async read(
      @Param() { streamId }: StreamParams,
      @Query() { asOf }: CaseQuery,
      @Caller() caller: Principal,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<CaseDescription> {
      const found = await this.queries.execute(new ReadCase(caller, stream.type, streamId, asOf));
      void reply.header('etag', `"${found.version}"`).header('x-position', found.position);
      return found;
    }
  }
  Object.defineProperty(OneStream, 'name', { value: stream.type });
  Controller(`v1/${path}`)(OneStream);
  for (const { type, event } of commandsOn(registry, line, stream))
    addRoute(OneStream, registry, stream, type, Permit(permissionOf(type, event?.right), line.staff));
  return OneStream;
};

const addRoute = (
  controller: Type<StreamController>,
  registry: Registry,
  stream: AnyStream,
  type: string,
  permit: MethodDecorator,
): void => {
  const name = type.slice(type.indexOf('.') + 1);
  const target = controller.prototype as Record<string, unknown>;
  const record = async function (
    this: StreamController & { commands: CommandBus; platform: Platform },
    envelope: CommandEnvelope,
    { streamId }: StreamParams,
    headers: IncomingHttpHeaders,
    caller: Principal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Receipt> {
    const what = { type, streamId, caller, correlationId: request.id };
    const command = commandOf(this.platform, what, envelope, preconditionOf(headers, caller));
    const [answer] = await this.commands.execute(new Dispatch([command]));
    if (answer === undefined || isRefused(answer))
      throw new Rejected(answer ?? { kind: 'reject', code: 'unexpected', details: [] });
    void reply
      .code(answer.recorded ? 201 : 200)
      .header('etag', `"${answer.version}"`)
      .header('x-position', answer.position);
    return answer;
  };
  Object.defineProperty(record, 'name', { value: name });
  Object.defineProperty(target, name, { value: record, writable: true, configurable: true });
  const parameters = [Body(), Param(), Headers(), Caller(), Req(), Res({ passthrough: true })];
  for (const [index, decorate] of parameters.entries()) decorate(target, name, index);
  Reflect.defineMetadata(
    'design:paramtypes',
    [CommandEnvelope, StreamParams, Object, Object, Object, Object],
    target,
    name,
  );
  applyDecorators(Post(`:streamId/${kebab(name)}`), permit, documentCommand(registry, stream, type))(
    target,
    name,
    Object.getOwnPropertyDescriptor(target, name) as TypedPropertyDescriptor<unknown>,
  );
};
