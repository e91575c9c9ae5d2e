import { type Permission, mayDo, permissions, roleCodes, rolesWith } from '#application/roles/role-table.js';
import { permissionOf } from '#application/roles/second-person.js';
import type { Registry } from '#application/registry.js';

export { type Permission, mayDo, permissionOf, permissions, roleCodes, rolesWith };

/** Whether somebody with these roles may send a command; nobody sends one the platform derives. */
export const maySend = ({ commands }: Pick<Registry, 'commands'>, held: readonly string[], type: string): boolean => {
  const { event, line } = commands.get(type) ?? {};
  return event?.derived !== true && mayDo(held, permissionOf(type, event?.right), line?.staff);
};
