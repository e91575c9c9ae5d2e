/** What a route may ask of its caller. `open` asks nothing, not even a token; `session:own` a person signed in. */
export const permissions = [
  'open',
  'session:own',
  'records:write',
  'records:approve',
  'records:read',
  'figures:read',
  'offices:write',
  'definitions:write',
  'persons:register',
  'persons:read',
  'persons:break-glass',
  'persons:manage',
  'persons:minors',
  'periods:close',
  'periods:reopen',
  'findings:explain',
  'templates:write',
  'users:manage',
  'looks:read',
] as const;
export type Permission = (typeof permissions)[number];

/** Who may do what: the whole of it, printable for an assessor. */
export const roles: Readonly<Record<string, readonly Permission[]>> = {
  /** Everything, everywhere its offices reach, but no minor whose record is sealed. */
  admin: permissions.filter((permission) => permission !== 'persons:minors'),
  /** Logs the work of an office (司法所工作人员). */
  clerk: [
    'open',
    'records:write',
    'records:read',
    'figures:read',
    'persons:register',
    'persons:read',
    'persons:break-glass',
  ],
  /** Also decides on corrections, voids and what is handed in for review (所长、科长). */
  supervisor: [
    'open',
    'records:write',
    'records:approve',
    'records:read',
    'figures:read',
    'persons:register',
    'persons:read',
    'persons:break-glass',
    'persons:manage',
    'periods:close',
    'templates:write',
  ],
  /** Also explains what keeps books open, and reopens them (分管领导). */
  director: [
    'open',
    'records:write',
    'records:approve',
    'records:read',
    'figures:read',
    'persons:register',
    'persons:read',
    'persons:break-glass',
    'persons:manage',
    'periods:close',
    'periods:reopen',
    'findings:explain',
    'templates:write',
  ],
  /** Sees minors whose records are sealed, seals and unseals them (未成年人专办). */
  'minors-officer': ['open', 'records:read', 'figures:read', 'persons:read', 'persons:minors'],
  /** Looks, and changes nothing (领导、评估人员). */
  reader: ['open', 'records:read', 'figures:read'],
  /** Keeps offices and definitions; sees no record (系统管理员). */
  'system-admin': ['open', 'offices:write', 'definitions:write'],
  /** Keeps users and their rights, never his own; sees no record (安全管理员). */
  'security-admin': ['open', 'users:manage'],
  /** Looks into who did what; changes nothing (审计管理员). */
  'audit-admin': ['open', 'looks:read'],
};

/** Whether one of the roles carries a permission; an unknown role carries none. */
export const mayDo = (held: readonly string[], permission: Permission): boolean =>
  permission === 'open' ||
  permission === 'session:own' ||
  held.some((role) => Object.hasOwn(roles, role) && roles[role]?.includes(permission) === true);

/** Roles that carry a permission. */
export const rolesWith = (permission: Permission): readonly string[] =>
  Object.keys(roles).filter((role) => mayDo([role], permission));

/** What a command asks for: what its event says, else recording; deciding on corrections takes more than asking for one. */
export const permissionOf = (commandType: string, right?: string): Permission => {
  if (right !== undefined) return right as Permission;
  return /\.(Approve|Decline)Correction$/.test(commandType) ? 'records:approve' : 'records:write';
};
