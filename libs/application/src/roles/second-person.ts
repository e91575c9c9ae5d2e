import type { Permission } from './role-table.js';

/** Something that takes two persons: one asks for it or did it, another decides. */
export interface SecondPersonRow {
  /** What the one must be allowed. */
  readonly asks: Permission;
  /** What the other must be allowed. */
  readonly decides: Permission;
  /** Names of the commands that decide. */
  readonly commands: readonly string[];
  /** Code of the refusal where the two are one. */
  readonly refusal: string;
}

/** What takes a second person in every line; what else does stands with its line. Printed in docs/roles.md. */
export const secondPersons: readonly SecondPersonRow[] = [
  { asks: 'records:write', decides: 'records:approve', commands: ['ApproveCorrection'], refusal: 'same-person' },
];

/** Decided by whoever may approve, the asker himself included: he takes back what he asked for. */
const ALSO_APPROVING: readonly string[] = ['DeclineCorrection'];

/** What a command asks for: what its event says, else recording; deciding on what another asked takes what the table says. */
export const permissionOf = (commandType: string, right?: string): Permission => {
  if (right !== undefined) return right as Permission;
  const name = commandType.slice(commandType.indexOf('.') + 1);
  if (ALSO_APPROVING.includes(name)) return 'records:approve';
  return secondPersons.find(({ commands }) => commands.includes(name))?.decides ?? 'records:write';
};
