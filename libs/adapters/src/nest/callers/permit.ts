import { type INestApplicationContext, SetMetadata, type Type, applyDecorators } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Staff } from '#application/roles/role-table.js';
import { type Permission, permissions } from './permissions.js';

const PERMISSION = 'taizhang:permission';
const STAFF = 'taizhang:staff';
/** Where Nest keeps the path of a handler. */
const PATH = 'path';

/**
 * Names the permission a route asks for, and of a route of one line the staff of that line. A route without a permission keeps
 * the process from starting.
 */
export const Permit = (permission: Permission, staff: Staff = []): MethodDecorator =>
  applyDecorators(SetMetadata(PERMISSION, permission), SetMetadata(STAFF, staff));

export const permissionFor = (handler: object): Permission | undefined =>
  Reflect.getMetadata(PERMISSION, handler) as Permission | undefined;

/** Whose own line a route is of. */
export const staffFor = (handler: object): Staff => (Reflect.getMetadata(STAFF, handler) as Staff | undefined) ?? [];

const handlersOf = (controller: Type): readonly (readonly [string, object])[] =>
  Object.entries(Object.getOwnPropertyDescriptors(controller.prototype as object)).flatMap(([name, { value }]) =>
    name !== 'constructor' && typeof value === 'function' && Reflect.hasMetadata(PATH, value as object)
      ? [[name, value as object] as const]
      : [],
  );

/** @throws Error naming every route that declares no permission, or one that does not exist */
export const assertEveryRoutePermits = (app: INestApplicationContext): void => {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const missing = controllers.flatMap(({ metatype }) =>
    handlersOf(metatype as Type)
      .filter(([, handler]) => !permissions.includes(permissionFor(handler) as Permission))
      .map(([name]) => `${(metatype as Type).name}.${name}`),
  );
  if (missing.length > 0) throw new Error(`Routes without @Permit: ${missing.join(', ')}`);
};
