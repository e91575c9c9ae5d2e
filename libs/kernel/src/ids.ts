import { hash } from 'node:crypto';

export type Uuid = string;

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (text: unknown): text is Uuid => typeof text === 'string' && FORM.test(text);

const format = (bytes: Uint8Array): Uuid => {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

const stamp = (bytes: Uint8Array, version: number): Uuid => {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes.subarray(0, 16));
};

/** UUID version 7 from a time in milliseconds and ten random bytes: ids sort by the time they were made. */
export const uuidV7 = (milliseconds: number, random: Uint8Array): Uuid => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(milliseconds) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  return stamp(bytes, 7);
};

const NAMESPACE = Buffer.from('8f6f3c0a5b1e5d0f9a7c2e4d6b8a0c1e', 'hex');

/** UUID version 5 in this project's own namespace: the same name always gives the same id. */
export const uuidV5 = (...name: readonly string[]): Uuid =>
  stamp(hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name.join('\u0000'))]), 'buffer'), 5);
