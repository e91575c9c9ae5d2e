import { Controller, Get, Inject, Query, type Type, applyDecorators } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { LineDefinition } from '#application/define-line.js';
import { titleOf } from '#application/describe-lines.js';
import type { RegisterDefinition } from '#application/register.js';
import type { Registry } from '#application/registry.js';
import type { Principal } from '#kernel/command.js';
import { Caller } from '../callers/caller.guard.js';
import { Permit } from '../callers/permit.js';
import { documentRegister } from '../openapi/read-routes.js';
import { Line, Maybe } from '../web/field-checks.js';
import { RegisterPageQuery } from './query.dto.js';
import { ReadRegister } from './read-lists.js';

/** Names a page's own parameters have; `bureau` and `office` narrow the list whatever its filters are. */
const RESERVED = ['bureau', 'office', 'after', 'limit', 'asOf'];

/** The query of one register: a page, and an exact value for each field it may be filtered by. */
const queryOf = (filters: readonly string[]): Type<RegisterPageQuery> => {
  class RegisterQuery extends RegisterPageQuery {}
  for (const name of filters) {
    Maybe()(RegisterQuery.prototype, name);
    Line(200)(RegisterQuery.prototype, name);
  }
  return RegisterQuery;
};

/** Gives a register its route, from its declaration. `GET /v1/registers/<code>` */
export const registerController = (
  registry: Registry,
  { staff = [] }: Pick<LineDefinition, 'staff'>,
  { code, filters }: RegisterDefinition,
): Type => {
  const names = filters.filter((name) => !RESERVED.includes(name));

  class OneRegister {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    read(asked: RegisterPageQuery, caller: Principal) {
      const given = asked as unknown as Readonly<Record<string, string | undefined>>;
      const chosen = names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const]));
      return this.queries.execute(new ReadRegister(caller, code, asked, Object.fromEntries(chosen)));
    }
  }
  Object.defineProperty(OneRegister, 'name', { value: code });
  Controller(`v1/registers/${code}`)(OneRegister);
  const target = OneRegister.prototype;
  Query()(target, 'read', 0);
  Caller()(target, 'read', 1);
  Reflect.defineMetadata('design:paramtypes', [queryOf(names), Object], target, 'read');
  applyDecorators(Get(), Permit('records:read', staff), documentRegister(code, titleOf(registry, code), names))(
    target,
    'read',
    Object.getOwnPropertyDescriptor(target, 'read') as TypedPropertyDescriptor<unknown>,
  );
  return OneRegister;
};
