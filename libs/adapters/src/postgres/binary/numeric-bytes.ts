import { exact } from '#kernel/money.js';

const DECIMAL = /^(-?)0*(\d*)(?:\.(\d*))?$/;
/** Decimal digits in one digit of PostgreSQL's. */
const GROUP = 4;
const NEGATIVE = 0x4000;
const MOST = 10_000;

/**
 * An exact decimal as PostgreSQL sends it: how many digits to base 10,000, the power of the first, the sign, how many
 * decimals are shown, and the digits, two bytes each.
 * @throws RangeError for text that is no decimal
 */
const encode = (value: string): Buffer => {
  // A number of JavaScript may carry an exponent.
  const parts = DECIMAL.exec(/\de/i.test(value) ? exact(value).toFixed() : value);
  const [, sign, whole = '', decimals = ''] = parts ?? [];
  if (parts === null || (whole === '' && !/\d/.test(value))) throw new RangeError(`invalid amount ${value}`);
  const groups = Math.ceil(whole.length / GROUP);
  const after = Math.ceil(decimals.length / GROUP);
  const text = whole.padStart(groups * GROUP, '0') + decimals.padEnd(after * GROUP, '0');
  const digits = Array.from({ length: groups + after }, (_, at) => Number(text.slice(at * GROUP, (at + 1) * GROUP)));
  let weight = groups - 1;
  while (digits[0] === 0) {
    digits.shift();
    weight -= 1;
  }
  while (digits.at(-1) === 0) digits.pop();
  const zero = digits.length === 0;
  const words = [digits.length, zero ? 0 : weight, sign === '-' && !zero ? NEGATIVE : 0, decimals.length, ...digits];
  const bytes = Buffer.alloc(words.length * 2);
  words.forEach((word, at) => bytes.writeUInt16BE(word & 0xffff, at * 2));
  return bytes;
};

const known = new Map<string, Buffer>();

/** The same; nearly all amounts are 1 or −1, so those met are remembered. */
export const numericBytes = (value: string): Buffer => {
  let bytes = known.get(value);
  if (bytes === undefined) {
    bytes = encode(value);
    if (known.size < MOST) known.set(value, bytes);
  }
  return bytes;
};
