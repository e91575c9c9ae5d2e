import { Controller, Get, Inject, Query, Res, type StreamableFile, type Type, applyDecorators } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { LineDefinition } from '#application/define-line.js';
import { titleOf } from '#application/describe-lines.js';
import type { Looker } from '#application/looks/look.js';
import type { RegisterDefinition } from '#application/register.js';
import type { Registry } from '#application/registry.js';
import type { Principal } from '#kernel/command.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { Looking } from '../looks/looking.js';
import { documentRegister, documentRegisterWorkbook } from '../openapi/register-routes.js';
import { Line, Maybe } from '../web/field-checks.js';
import { RegisterPageQuery, RegisterWorkbookQuery } from './query.dto.js';
import { ReadRegister } from './read-lists.js';
import { RegisterWorkbooks } from './register-workbooks.js';

/** Names the parameters of a page and of a file have; `bureau` and `office` narrow the list whatever its filters are. */
const RESERVED = ['bureau', 'office', 'after', 'limit', 'asOf', 'reason'];

/** The query of one register: what is asked of every one, and an exact value for each field it may be filtered by. */
const queryOf = <Asked extends object>(base: Type<Asked>, filters: readonly string[]): Type<Asked> => {
  class RegisterQuery extends (base as Type) {}
  for (const name of filters) {
    Maybe()(RegisterQuery.prototype, name);
    Line(200)(RegisterQuery.prototype, name);
  }
  return RegisterQuery as Type<Asked>;
};

/** Gives a register its routes, from its declaration: `GET /v1/registers/<code>`, and all of it as `/workbook`. */
export const registerController = (
  registry: Registry,
  { staff = [] }: Pick<LineDefinition, 'staff'>,
  { code, filters }: RegisterDefinition,
): Type => {
  const names = filters.filter((name) => !RESERVED.includes(name));

  const chosenOf = (asked: object): Readonly<Record<string, string>> => {
    const given = asked as Readonly<Record<string, string | undefined>>;
    return Object.fromEntries(names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));
  };

  class OneRegister {
    constructor(
      @Inject(QueryBus) private readonly queries: QueryBus,
      @Inject(RegisterWorkbooks) private readonly workbooks: RegisterWorkbooks,
    ) {}

    read(asked: RegisterPageQuery, caller: Principal) {
      return this.queries.execute(new ReadRegister(caller, code, asked, chosenOf(asked)));
    }

    workbook(asked: RegisterWorkbookQuery, looker: Looker, reply: FastifyReply): Promise<StreamableFile> {
      return this.workbooks.answer(reply, looker, { register: code, asked, filters: chosenOf(asked) });
    }
  }
  Object.defineProperty(OneRegister, 'name', { value: code });
  Controller(`v1/registers/${code}`)(OneRegister);
  const target = OneRegister.prototype;
  Query()(target, 'read', 0);
  Caller()(target, 'read', 1);
  Query()(target, 'workbook', 0);
  Looking()(target, 'workbook', 1);
  Res({ passthrough: true })(target, 'workbook', 2);
  const title = titleOf(registry, code);
  const routes = {
    read: [[queryOf(RegisterPageQuery, names), Object], Get(), documentRegister(code, title, names)],
    workbook: [
      [queryOf(RegisterWorkbookQuery, names), Object, Object],
      Get('workbook'),
      documentRegisterWorkbook(code, title, names),
    ],
  } as const;
  for (const [name, [shapes, ...decorators]] of Object.entries(routes)) {
    Reflect.defineMetadata('design:paramtypes', shapes, target, name);
    applyDecorators(...decorators, Permit('records:read', staff))(
      target,
      name,
      Object.getOwnPropertyDescriptor(target, name) as TypedPropertyDescriptor<unknown>,
    );
  }
  return OneRegister;
};
