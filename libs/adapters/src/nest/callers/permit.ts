import { type INestApplicationContext, SetMetadata, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type Permission, permissions } from './permissions.js';

const PERMISSION = 'taizhang:permission';
/** Where Nest keeps the path of a handler. */
const PATH = 'path';

/** Names the permission a route asks for. A route without one keeps the process from starting. */
export const Permit = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION, permission);

export const permissionFor = (handler: object): Permission | undefined =>
  Reflect.getMetadata(PERMISSION, handler) as Permission | undefined;

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
