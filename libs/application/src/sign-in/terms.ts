import type { Terms } from '../kernel.js';

const house = (zh: string, en: string) => ({ zh, en, origin: 'house' }) as const;

/** What signing in says. */
export const signInTerms = {
  'sign-in-refused': house('用户名、口令或验证码不正确', 'name, password or code refused'),
  'too-many-tries': house('尝试次数过多，请稍后再试', 'too many tries, wait'),
  'password-wrong': house('口令不正确', 'wrong password'),
  'one-time-password-wrong': house('动态口令不正确', 'wrong one-time password'),
  'password-must-change': house('口令已到期，请先修改口令', 'the password has to be changed first'),
  'second-factor-missing': house('请先绑定动态口令', 'a second factor has to be set up first'),
  'password-too-short': house('口令过短', 'password too short'),
  'password-too-plain': house(
    '口令须含大写字母、小写字母、数字、其他字符中的三类',
    'three kinds of characters are needed',
  ),
  'password-too-common': house('口令过于常见，或含本地名称', 'common, or made of names of the place'),
  'password-used-before': house('口令近期已使用过', 'used before'),
  'setup-refused': house('初始化码不正确，或已完成初始化', 'wrong set-up code, or set up already'),
  'name-taken': house('用户名已被使用', 'name taken'),
  'own-rights': house('不得变更本人的权限', 'nobody changes his own rights'),
  'cross-site': house('请求来自其他网站，已拒绝', 'a request from another site'),
  'session-needed': house('须以个人用户登录后办理', 'a person has to be signed in'),
} satisfies Terms;

/** HTTP status of its codes; those that stand at a field have none. */
export const signInErrors: Readonly<Record<string, number>> = {
  'sign-in-refused': 401,
  'too-many-tries': 429,
  'password-wrong': 403,
  'one-time-password-wrong': 403,
  'password-must-change': 403,
  'second-factor-missing': 403,
  'setup-refused': 403,
  'name-taken': 409,
  'own-rights': 403,
  'cross-site': 403,
  'session-needed': 403,
};
