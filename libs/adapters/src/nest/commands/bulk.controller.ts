import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Command, Principal, Receipt } from '#kernel/command.js';
import { type Rejection, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';
import { Caller } from '../callers/caller.guard.js';
import { maySend } from '../callers/permissions.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { PLATFORM } from '../tokens.js';
import { inspect } from '../web/checked.js';
import { type Problem, problemOf } from '../web/problem.js';
import { commandOf } from './command-of.js';
import { type Answer, Dispatch, isRefused } from './dispatch.js';
import { BulkItem, BulkRequest } from './envelope.dto.js';

export const BULK_PATH = '/v1/commands';

export interface BulkAnswer {
  readonly atomic: boolean;
  /** How many of the commands are on record now. */
  readonly recorded: number;
  readonly answers: readonly (Receipt | Problem)[];
}

const abandoned = reject('abandoned');

/** Many commands in one request, of any line. */
@Controller(BULK_PATH.slice(1))
export class BulkController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @Post()
  @Permit('records:write', 'any')
  @documentRead('bulk')
  async record(
    @Body() { atomic, commands }: BulkRequest,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkAnswer> {
    const { registry } = this.platform;
    const answers = await this.answer(
      distinct(commands.map((raw, at) => this.read(raw, at, caller, request.id))),
      atomic,
    );
    const failed = atomic && answers.some(isRefused);
    void reply.code(failed ? 409 : 200);
    return {
      atomic,
      recorded: answers.filter((answer) => !isRefused(answer) && answer.recorded).length,
      answers: answers.map((answer, at) =>
        isRefused(answer) ? problemOf(registry, answer, `${BULK_PATH}#${at}`, request.id) : answer,
      ),
    };
  }

  /** One item as a command, or why it is none. */
  private read(raw: unknown, at: number, caller: Principal, correlationId: string): Command | Rejection {
    const { instance, faults } = inspect(BulkItem, raw, `commands[${at}]`);
    if (instance === undefined || faults.length > 0) return reject('invalid-data', ...faults);
    const { type, streamId, commandId, expectedVersion } = instance;
    if (!maySend(this.platform.registry, caller.roles, type)) return reject('not-permitted');
    const precondition = expectedVersion === undefined ? { commandId } : { commandId, expectedVersion };
    return commandOf(this.platform, { type, streamId, caller, correlationId }, instance, precondition);
  }

  private async answer(items: readonly (Command | Rejection)[], atomic: boolean): Promise<readonly Answer[]> {
    const sound = items.filter((item): item is Command => !('kind' in item));
    if (sound.length === 0) return items as readonly Rejection[];
    if (atomic && sound.length < items.length) return items.map((item) => ('kind' in item ? item : abandoned));
    const answers = (await this.commands.execute(new Dispatch(sound, atomic))).values();
    return items.map((item) => ('kind' in item ? item : (answers.next().value as Answer)));
  }
}

/** Refuses the second of two items with one command id: within one batch that is a slip, not a retry. */
const distinct = (items: readonly (Command | Rejection)[]): readonly (Command | Rejection)[] => {
  const seen = new Set<string>();
  return items.map((item, at) => {
    if ('kind' in item) return item;
    if (seen.has(item.commandId))
      return reject('invalid-data', { at: `commands[${at}].commandId`, code: 'given-twice' });
    seen.add(item.commandId);
    return item;
  });
};
