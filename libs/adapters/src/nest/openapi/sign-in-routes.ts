import { roleCodes } from '../callers/permissions.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { body, parameter, text } from './parameters.js';

const uuid = { type: 'string', format: 'uuid' };
const password = { type: 'string', maxLength: 512 };
const oneTime = { type: 'string', pattern: '^\\d{6}$' };
const rights = {
  roles: { type: 'array', minItems: 1, maxItems: roleCodes.length, items: { type: 'string', enum: [...roleCodes] } },
  offices: { type: 'array', minItems: 1, maxItems: 200, items: text(32), description: 'Codes, or `*` for all' },
};
const userPath = [parameter('userId', uuid, { example: EXAMPLE.person })];
/** Of routes that know nobody yet. */
const atTheDoor = [400, 401, 403, 413, 415, 429, 503];
const inside = [413, 415, 429, 503];

/** Signing in, and who may. Sessions go by a cookie: what changes something then needs the header `x-taizhang`. */
export const signInRoutes = {
  signIn: {
    id: 'sign-in',
    summary: '登录',
    tag: 'sign-in',
    open: true,
    body: body({ name: text(200), password }, { name: '示例', password: '示例' }),
    answers: [{ status: 200, shape: 'SignInAnswer', says: 'A session by cookie, or a ticket for the second factor' }],
    problems: atTheDoor,
  },
  signInSecondFactor: {
    id: 'sign-in.second-factor',
    summary: '登录：动态口令',
    tag: 'sign-in',
    open: true,
    body: body({ ticket: text(43), code: oneTime }, { ticket: 'x'.repeat(43), code: '123456' }),
    answers: [{ status: 200, shape: 'SignInAnswer', says: 'A session by cookie' }],
    problems: atTheDoor,
  },
  signInElsewhere: {
    id: 'sign-in.oidc',
    summary: '统一身份认证登录',
    tag: 'sign-in',
    open: true,
    answers: [{ status: 302, says: 'To the identity provider' }],
    problems: [404, 503],
  },
  signedInElsewhere: {
    id: 'sign-in.oidc.callback',
    summary: '统一身份认证返回',
    tag: 'sign-in',
    open: true,
    query: [parameter('code', text(2000)), parameter('state', text(200)), parameter('error', text(200))],
    answers: [{ status: 200, shape: 'SignInAnswer', says: 'A session by cookie, or a ticket for the second factor' }],
    problems: [401, 404, 503],
  },
  redeemReset: {
    id: 'sign-in.password-reset',
    summary: '凭重置码设置口令',
    tag: 'sign-in',
    open: true,
    body: body(
      { name: text(200), code: text(60), newPassword: password },
      { name: '示例', code: '示例', newPassword: '示例' },
    ),
    answers: [{ status: 204, says: 'The password is set; sign in with it' }],
    problems: atTheDoor,
  },
  setUp: {
    id: 'sign-in.setup',
    summary: '首次启动：设立管理员',
    tag: 'sign-in',
    open: true,
    body: body(
      {
        code: { ...text(60), description: 'As printed on the console at the start' },
        administrators: {
          type: 'array',
          minItems: 1,
          maxItems: 3,
          items: {
            type: 'object',
            properties: {
              name: text(64),
              password,
              role: { type: 'string', enum: ['security-admin', 'system-admin', 'audit-admin'] },
            },
            required: ['name', 'password', 'role'],
            additionalProperties: false,
          },
        },
      },
      { code: '示例', administrators: [{ name: '示例', password: '示例', role: 'security-admin' }] },
    ),
    answers: [
      { status: 201, shape: 'Users', says: 'The first administrators; the security administrator makes the others' },
    ],
    problems: atTheDoor,
  },
  machineToken: {
    id: 'sign-in.machine-token',
    summary: '程序换取短期令牌',
    tag: 'sign-in',
    open: true,
    body: body({ name: text(200), secret: text(200) }, { name: '示例', secret: '示例' }),
    answers: [{ status: 200, shape: 'MachineToken', says: 'For `Authorization: Bearer`, ten minutes' }],
    problems: atTheDoor,
  },
  signOut: {
    id: 'sign-in.out',
    summary: '退出登录',
    tag: 'sign-in',
    answers: [{ status: 204, says: 'The session is over' }],
    problems: [413, 415, 503],
  },
  sessions: {
    id: 'sign-in.sessions',
    summary: '本人登录状态',
    tag: 'sign-in',
    answers: [{ status: 200, shape: 'OwnSessions', says: 'Who is signed in, and every session he has open' }],
    problems: [503],
  },
  endSession: {
    id: 'sign-in.end-session',
    summary: '结束一处登录',
    tag: 'sign-in',
    path: [parameter('sessionId', uuid, { example: EXAMPLE.record })],
    answers: [{ status: 204, says: 'It is over' }],
    problems: [404, 413, 415, 503],
  },
  changePassword: {
    id: 'sign-in.password',
    summary: '修改口令',
    tag: 'sign-in',
    body: body({ password, newPassword: password }, { password: '示例', newPassword: '示例' }),
    answers: [{ status: 200, shape: 'OwnEntry', says: 'Every session ended, and this one was opened' }],
    problems: inside,
  },
  enrolSecondFactor: {
    id: 'sign-in.second-factor.enrol',
    summary: '绑定动态口令',
    tag: 'sign-in',
    body: body({ password }, { password: '示例' }),
    answers: [{ status: 200, shape: 'Enrolment', says: 'The key for an authenticator, shown once' }],
    problems: inside,
  },
  confirmSecondFactor: {
    id: 'sign-in.second-factor.confirm',
    summary: '确认动态口令',
    tag: 'sign-in',
    body: body({ code: oneTime }, { code: '123456' }),
    answers: [{ status: 200, shape: 'OwnEntry', says: 'In force; every session ended, and this one was opened' }],
    problems: inside,
  },
  users: {
    id: 'users.all',
    summary: '用户',
    tag: 'users',
    answers: [
      { status: 200, shape: 'KnownUsers', says: 'Everybody who may sign in, or could, and every role there is' },
    ],
    problems: [503],
  },
  createUser: {
    id: 'users.create',
    summary: '新增用户',
    tag: 'users',
    body: body(
      { kind: { type: 'string', enum: ['person', 'machine'] }, name: text(64), ...rights },
      { kind: 'person', name: '示例', roles: ['office-clerk'], offices: [EXAMPLE.office] },
    ),
    answers: [
      { status: 201, shape: 'HandedUser', says: 'A code for the person, or a secret for the program, shown once' },
    ],
    problems: [409, 413, 415, 503],
  },
  changeUser: {
    id: 'users.change',
    summary: '变更用户',
    tag: 'users',
    path: userPath,
    body: body(
      {
        ...rights,
        disabled: { type: 'boolean' },
        subject: { ...text(255), description: 'Who this is to the identity provider, by its `sub`' },
      },
      { disabled: true },
      ['roles', 'offices', 'disabled', 'subject'],
    ),
    answers: [{ status: 200, shape: 'User', says: 'As it is from the next request on; what was open has ended' }],
    problems: [404, 409, 413, 415, 503],
  },
  resetUser: {
    id: 'users.reset',
    summary: '重置用户口令',
    tag: 'users',
    path: userPath,
    body: body({ secondFactor: { type: 'boolean', description: 'The second factor goes too' } }, {}, ['secondFactor']),
    answers: [{ status: 200, shape: 'HandedUser', says: 'A code or a secret, shown once; what was open has ended' }],
    problems: [404, 413, 415, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
