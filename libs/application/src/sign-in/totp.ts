import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../kernel.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;
const DIGITS = 6;

/** RFC 4648 base32 without padding. */
export const toBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('');
};

const fromBase32 = (text: string): Buffer => {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
};

/** The step an instant falls into. */
export const stepAt = (now: Instant): number => Math.floor(Date.parse(now) / STEP);

/** The one-time password of a step. @source RFC 6238, RFC 4226 */
export const oneTimePassword = (key: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(key)).update(counter).digest();
  const number = mac.readUInt32BE((mac[mac.length - 1] ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
};

/**
 * The step a one-time password is of: the current one, or a neighbour, for clocks that are half a minute off. Steps up to
 * `usedStep` are spent. Undefined where it is of none.
 */
export const stepOf = (key: string, password: string, now: Instant, usedStep: number): number | undefined => {
  const current = stepAt(now);
  const given = Buffer.from(password);
  return [current - 1, current, current + 1].filter((step) => {
    const right = Buffer.from(oneTimePassword(key, step));
    return given.length === right.length && timingSafeEqual(given, right) && step > usedStep;
  })[0];
};

/** What an authenticator reads, as text or as a picture. @source Key URI format of otpauth */
export const enrolmentUri = (key: string, name: string, issuer: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
};
