import type { Terms } from '../kernel.js';

const house = (zh: string, en: string, help?: string) =>
  ({ zh, en, origin: 'house', ...(help === undefined ? {} : { help }) }) as const;

/** What a role and a permission are called, and what a role is for. */
export const roleTerms = {
  'role.office-clerk': house('司法所工作人员', 'office clerk', 'records the daily business of an office'),
  'role.office-head': house('司法所长', 'office head', 'decides on what the office asks to correct'),
  'role.section-head': house('股室负责人', 'section head', 'checks a line, grades disputes, closes periods'),
  'role.deputy-director': house('分管领导', 'deputy director', 'decides acts of the bureau, reopens closed periods'),
  'role.finance-officer': house('财务股工作人员', 'finance section', 'budgets, payments, self-evaluation sheets'),
  'role.director': house('局长、局党组', 'director, party group', 'budget allocation and the annual report'),
  'role.auditor': house('督察、上级检查人员', 'auditor', 'looks at everything in reach, and changes nothing'),
  'role.minors-officer': house('未成年人专办', 'minors officer', 'sees, seals and unseals minors'),
  'role.system-admin': house(
    '系统管理员',
    'system administrator',
    'keeps offices, definitions and the system itself; sees no record',
  ),
  'role.security-admin': house('安全管理员', 'security administrator', 'keeps users and their rights, never his own'),
  'role.audit-admin': house('审计管理员', 'audit administrator', 'looks into who did what; changes nothing'),
  'roles-exclude-each-other': house(
    '三员不得兼任，亦不得兼办业务',
    'an administrator holds no other role',
    '系统管理员、安全管理员、审计管理员',
  ),
} satisfies Terms;

/** HTTP status of its codes. */
export const roleErrors: Readonly<Record<string, number>> = { 'roles-exclude-each-other': 409 };
