/** What a route may ask of its caller. `open` asks nothing, not even a token; `session:own` a person signed in. */
export const permissions = [
  'open',
  'session:own',
  'records:write',
  'records:approve',
  'records:read',
  'acts:decide',
  'grades:decide',
  'money:write',
  'figures:read',
  'sheets:write',
  'offices:read',
  'offices:write',
  'definitions:read',
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
  'system:keep',
  'looks:read',
] as const;
export type Permission = (typeof permissions)[number];

/** What a role may do. Where its offices reach is another matter, decided for each user. */
export interface RoleRow {
  /** In every line. */
  readonly may: readonly Permission[];
  /** Only in lines that name the role among their `staff`. */
  readonly inOwnLines?: readonly Permission[];
}

const LOOKS: readonly Permission[] = ['records:read', 'figures:read', 'offices:read', 'definitions:read'];
const PERSONS: readonly Permission[] = ['persons:register', 'persons:read', 'persons:break-glass'];
const CLERK: readonly Permission[] = [...LOOKS, ...PERSONS, 'records:write', 'sheets:write'];
const HEAD: readonly Permission[] = [
  ...CLERK,
  'records:approve',
  'grades:decide',
  'persons:manage',
  'periods:close',
  'templates:write',
];

/**
 * Who may do what: the whole of it, printed in docs/roles.md. A user may hold several rows; an administrator holds his one.
 * @source 2.0 of GB/T 22239-2019 8.1.5 for the three administrators; the practice of county bureaus for the others
 */
export const roleTable = {
  'office-clerk': { may: CLERK },
  'office-head': { may: [...CLERK, 'records:approve'] },
  'correction-officer': { may: [...LOOKS, ...PERSONS], inOwnLines: ['records:write'] },
  'aid-acceptor': { may: [...LOOKS, ...PERSONS], inOwnLines: ['records:write'] },
  'aid-approver': { may: [...LOOKS, ...PERSONS], inOwnLines: ['records:write', 'records:approve', 'acts:decide'] },
  mediator: { may: ['persons:register'], inOwnLines: ['records:read', 'records:write'] },
  'section-head': { may: HEAD },
  'deputy-director': { may: [...HEAD, 'acts:decide', 'periods:reopen', 'findings:explain'] },
  'finance-officer': {
    may: ['figures:read', 'sheets:write', 'templates:write', 'offices:read', 'definitions:read'],
    inOwnLines: ['records:read', 'records:write', 'money:write'],
  },
  director: { may: [...LOOKS, 'periods:close', 'findings:explain'], inOwnLines: ['records:approve', 'money:write'] },
  auditor: { may: LOOKS },
  'minors-officer': { may: [...LOOKS, 'persons:read', 'persons:minors'] },
  'system-admin': { may: ['offices:read', 'offices:write', 'definitions:read', 'definitions:write', 'system:keep'] },
  'security-admin': { may: ['offices:read', 'users:manage'] },
  'audit-admin': { may: ['looks:read'] },
} as const satisfies Readonly<Record<string, RoleRow>>;
export type RoleCode = keyof typeof roleTable;
export const roleCodes = Object.keys(roleTable) as readonly RoleCode[];

/** The three administrators, each with a power of his own. @source GB/T 22239-2019 8.1.5: 系统管理、审计管理、安全管理 */
export const administrators = ['security-admin', 'system-admin', 'audit-admin'] as const satisfies readonly RoleCode[];

/** Whether roles may not be one user's: an administrator keeps one power, and does no business. */
export const excludeEachOther = (held: readonly string[]): boolean =>
  new Set(held).size > 1 && held.some((role) => (administrators as readonly string[]).includes(role));

/** Where something is asked: among the staff of a line; `any` where the line is known only later, item by item. */
export type Staff = readonly string[] | 'any';

const carries = (role: string, permission: Permission, staff: Staff): boolean => {
  if (!Object.hasOwn(roleTable, role)) return false;
  const { may, inOwnLines = [] }: RoleRow = roleTable[role as RoleCode];
  return may.includes(permission) || (inOwnLines.includes(permission) && (staff === 'any' || staff.includes(role)));
};

/** Whether one of the roles carries a permission. An unknown role carries none, nor do roles that exclude each other. */
export const mayDo = (held: readonly string[], permission: Permission, staff: Staff = []): boolean =>
  permission === 'open' ||
  permission === 'session:own' ||
  (!excludeEachOther(held) && held.some((role) => carries(role, permission, staff)));

/** Roles that carry a permission. */
export const rolesWith = (permission: Permission, staff: Staff = []): readonly RoleCode[] =>
  roleCodes.filter((role) => mayDo([role], permission, staff));
