import { enrolmentUri, oneTimePassword, stepAt, stepOf, toBase32 } from './totp.js';

const key = toBase32(Buffer.from('12345678901234567890'));

// RFC 6238 appendix B, SHA-1, the last six of its eight digits.
it.each([
  ['1970-01-01T00:00:59.000Z', '287082'],
  ['2005-03-18T01:58:29.000Z', '081804'],
  ['2005-03-18T01:58:31.000Z', '050471'],
  ['2009-02-13T23:31:30.000Z', '005924'],
  ['2033-05-18T03:33:20.000Z', '279037'],
  ['2603-10-11T11:33:20.000Z', '353130'],
])('%s gives %s', (now, password) => expect(oneTimePassword(key, stepAt(now))).toBe(password));

it('takes a clock that is half a minute off, and no more', () => {
  const now = '2024-05-01T08:00:10.000Z';
  const offsets = [-2, -1, 0, 1, 2].map((steps) => stepOf(key, oneTimePassword(key, stepAt(now) + steps), now, -1));
  expect(offsets.map((step) => step !== undefined)).toEqual([false, true, true, true, false]);
});

it('takes nothing twice, and nothing older than what was taken', () => {
  const now = '2024-05-01T08:00:10.000Z';
  const step = stepOf(key, oneTimePassword(key, stepAt(now)), now, -1) ?? 0;
  expect(stepOf(key, oneTimePassword(key, step), now, step)).toBeUndefined();
  expect(stepOf(key, oneTimePassword(key, step - 1), now, step)).toBeUndefined();
  expect(stepOf(key, oneTimePassword(key, step + 1), now, step)).toBe(step + 1);
});

it.each(['', '28708', '2870820', 'abcdef', '２８７０８２'])('refuses %j', (password) =>
  expect(stepOf(key, password, '1970-01-01T00:00:59.000Z', -1)).toBeUndefined(),
);

it('is read by an authenticator', () =>
  expect(enrolmentUri(key, '张三', 'Taizhang 台账')).toBe(
    `otpauth://totp/${encodeURIComponent('Taizhang 台账')}:${encodeURIComponent('张三')}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent('Taizhang 台账')}&algorithm=SHA1&digits=6&period=30`,
  ));
