import type { Term, Terms } from '#kernel/term.js';

const house = (zh: string, en: string): Term => ({ zh, en, origin: 'house' });

/** What the API itself says, beside the codes of the lines and of the platform. */
export const httpTerms = {
  unauthenticated: house('请先登录，或提供有效的令牌', 'sign in, or show a valid token'),
  'malformed-request': house('请求格式有误', 'malformed request'),
  'too-large': house('请求内容过大', 'request too large'),
  'unsupported-type': house('不接受此类请求内容', 'a content type that is not taken here'),
  'url-too-long': house('请求地址过长', 'URL too long'),
  'too-many-requests': house('请求过于频繁，请稍后再试', 'too many requests, wait a little'),
  'request-timeout': house('请求超时，未能收齐', 'the request did not arrive in time'),
  'too-deep': house('内容层级过深', 'nested too deeply'),
  'not-a-period': house('不是有效期间，例：2023、2023-04、2023Q2、2023-01-01..2023-12-06', 'not a period'),
  'given-twice': house('同批内重复', 'given twice in one batch'),
  'security-admin-missing': house('须有一名安全管理员', 'there has to be a security administrator'),
  circular: house('上下级关系成环', 'offices form a circle'),
  'backup-under-way': house('备份或恢复演练正在进行，请稍候', 'a backup or a restore is under way'),
  'not-a-demo': house('这里不是演示数据，不能清除', 'this is no demo: nothing is removed'),
  'demo-distributed': house(
    '分布式运行时不能一键清除演示数据',
    'a demo that several processes serve is not removed here',
  ),
  'demo-database-elsewhere': house(
    '演示数据在另行指定的数据库中，不能一键清除',
    'the demo is in a database of its own keeping (DATABASE_URL): it is not removed here',
  ),
  'demo-keys-elsewhere': house(
    '密钥或防篡改锚点不在数据目录内，不能一键清除演示数据',
    'keys or anchors of the demo lie outside its data folder: it is not removed here',
  ),
  unavailable: house('服务暂不可用，请稍后重试', 'unavailable, try again later'),
  'disk-full': house('磁盘已满，未能登记', 'the disk is full, nothing was recorded'),
  unexpected: house('系统内部错误', 'unexpected fault'),
} satisfies Terms;

/** HTTP status of the API's own codes; those that only ever stand at a field have none. */
export const httpErrors: Readonly<Record<string, number>> = {
  unauthenticated: 401,
  'malformed-request': 400,
  'too-large': 413,
  'unsupported-type': 415,
  'url-too-long': 414,
  'too-many-requests': 429,
  'request-timeout': 408,
  'backup-under-way': 409,
  'not-a-demo': 409,
  'demo-distributed': 409,
  'demo-database-elsewhere': 409,
  'demo-keys-elsewhere': 409,
  unavailable: 503,
  'disk-full': 507,
  unexpected: 500,
};
