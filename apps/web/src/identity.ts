import { say } from './text.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

export interface IdentityNumber {
  readonly number: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

const plain = (typed: string): string =>
  typed
    .replace(/[０-９Ｘｘ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase();

/** What an identity number says of whom it was given to, or why it is none. @source GB 11643-1999 */
export const identityFrom = (typed: string): IdentityNumber | string => {
  const number = plain(typed);
  if (!/^\d{17}[\dX]$/.test(number)) return say('fault.identity', { reason: say('fault.identity-length') });
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const time = Date.parse(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== birthDate || time > Date.now())
    return say('fault.identity', { reason: say('fault.identity-date') });
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  if (CHECK[sum % 11] !== number[17]) return say('fault.identity', { reason: say('fault.identity-check') });
  return { number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
};

/** Whole years. */
export const ageOn = (birthDate: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
