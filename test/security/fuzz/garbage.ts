import type { Seeded } from '../../simulation/seeded.js';
import { injections } from './injections.js';

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}
type Spoilt = Asked & { readonly payload?: string | Buffer };

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Bodies that are no JSON, or JSON of another world. */
const bodies: readonly (string | Buffer)[] = [
  ...['', '{', 'null', '[]', '"x"', '1', 'true', '{}', '{"a":1,"a":2}', '{"__proto__":{"polluted":true}}', '{"a":1}x'],
  ...[
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"office":"43092201","data":{"__proto__":{"polluted":true}}}',
  ],
  ...[
    '\ufeff{}',
    "{'a':1}",
    '{"a":NaN}',
    '{"a":1e999}',
    '{"\\ud800":1}',
    '<a/>',
    'a=1&b=2',
    deep(5000),
    `{"data":${deep(500)}}`,
  ],
  ...[Buffer.from([0xff, 0xfe, 0x7b, 0x7d]), Buffer.from([0x7b, 0xc3, 0x28, 0x7d]), Buffer.alloc(1 << 12)],
  ...[`{"a":"${'x'.repeat(1_100_000)}"}`, `{${Array.from({ length: 3000 }, (_, at) => `"f${at}":1`).join()}}`],
];
const types = [
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/merge-patch+json',
    'x',
    'application/json, text/html',
  ],
];
const headers: readonly (readonly [string, string])[] = [
  ['accept', 'text/html'],
  ['accept-encoding', 'br;q=1.0, *;q=0'],
  ['content-encoding', 'gzip'],
  ['if-match', '*'],
  ['if-match', '"99999999999999999999"'],
  ['x-correlation-id', 'not-an-id'],
  ['x-forwarded-for', '198.51.100.7, 127.0.0.1'],
  ['x-http-method-override', 'DELETE'],
  ['range', 'bytes=0-1'],
  ['cookie', '__Host-taizhang=x; __Host-taizhang=y'],
  ['authorization', 'Basic YTpi'],
  ['authorization', 'Bearer null'],
  ['origin', 'https://evil.example'],
  ['sec-fetch-site', 'cross-site'],
  ['idempotency-key', ''],
  ['idempotency-key', 'k'.repeat(201)],
  ['last-event-id', '-1'],
  ['expect', 'x'],
];

/** Spoils a request in one of the ways that no client of ours would. */
export const garbage = (random: Seeded, asked: Asked, payload: string | Buffer | undefined): Spoilt => {
  const kept = payload === undefined ? {} : { payload };
  const [name, value] = random.pick(headers);
  switch (random.below(6)) {
    case 0:
      return {
        ...asked,
        headers: { ...asked.headers, 'content-type': random.pick(types) },
        payload: random.pick(bodies),
      };
    case 1:
      return {
        ...asked,
        headers: { ...asked.headers, 'content-type': 'application/json' },
        payload: random.pick(bodies),
      };
    case 2:
      return { ...asked, ...kept, headers: { ...asked.headers, [name]: value } };
    case 3:
      return { ...asked, ...kept, url: `${asked.url}${asked.url.includes('?') ? '&' : '?'}${unheardOf(random)}` };
    case 4:
      return {
        ...asked,
        ...kept,
        url: `${asked.url.split('?')[0]}?${`a=${'x'.repeat(50)}&`.repeat(random.below(300))}`,
      };
    default:
      return { ...asked, ...kept, headers: { ...asked.headers, 'content-type': random.pick(types) } };
  }
};

const unheardOf = (random: Seeded): string => {
  const text = encodeURIComponent(random.pick(injections).toWellFormed());
  return random.pick([
    `bureau=${text}`,
    `${text}=1`,
    `limit=1&limit=2`,
    `__proto__[polluted]=1`,
    `a[b]=${text}`,
    `office=${text}`,
    '%zz',
    '=&&=',
  ]);
};
