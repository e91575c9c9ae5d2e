import { permissions, roleCodes } from '#application/roles/role-table.js';
import { id, instant, list, record, refer, text, yesNo } from './shapes.js';

const permission = { type: 'string', enum: permissions };
const duty = { type: 'string', enum: ['password-must-change', 'second-factor-missing'] };
const own = {
  user: record({ userId: id, name: text, roles: list(text), offices: list(text), secondFactor: yesNo }),
  'duty?': duty,
  may: list(permission),
  mayInOwnLines: list(permission),
};

/** Shapes of what signing in answers. */
export const signInSchemas = {
  OwnEntry: record(own),
  SignInAnswer: {
    anyOf: [record({ stage: { const: 'open' }, ...own }), record({ stage: { const: 'second-factor' }, ticket: text })],
  },
  OwnSessions: record({
    ...own,
    roleTitles: list(text),
    sessions: list(
      record({ sessionId: id, openedAt: instant, seenAt: instant, network: text, agent: text, current: yesNo }),
    ),
  }),
  Enrolment: record({ key: text, uri: text }),
  MachineToken: record({ token: text, expiresAt: instant }),
  User: record({
    userId: id,
    kind: { type: 'string', enum: ['person', 'machine'] },
    name: text,
    roles: list(text),
    offices: list(text),
    disabled: yesNo,
    createdAt: instant,
    'subject?': text,
    secondFactor: yesNo,
    'passwordSetAt?': instant,
    'resetUntil?': instant,
  }),
  Users: record({ users: list(refer('User')) }),
  KnownUsers: record({
    users: list(refer('User')),
    roles: list(record({ role: { type: 'string', enum: [...roleCodes] }, title: text, administrator: yesNo })),
  }),
  HandedUser: record({ user: refer('User'), 'code?': text, 'secret?': text }),
};
