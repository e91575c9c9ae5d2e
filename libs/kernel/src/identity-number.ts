import { type LocalDate, isLocalDate } from './dates.js';
import type { RejectionDetail } from './reject.js';

/** Weights and check signs of the resident identity number. @source GB 11643-1999 4.2.4 (ISO 7064 MOD 11-2) */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const SIGNS = '10X98765432';
const FORM = /^[1-9]\d{16}[\dX]$/;

/** What else is known of the person, which the number must agree with. */
export interface KnownOfPerson {
  readonly sex?: 'male' | 'female' | undefined;
  readonly birthDate?: LocalDate | undefined;
}

/** One way of writing a document number: full-width signs made narrow, no spaces, capital letters. */
export const normaliseIdentityNumber = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();

/** The check sign that belongs to the first seventeen digits. */
export const checkSignOf = (digits: string): string =>
  SIGNS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] as string;

export const birthDateIn = (idNo: string): LocalDate =>
  `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`;
export const sexIn = (idNo: string): 'male' | 'female' => (Number(idNo[16]) % 2 === 1 ? 'male' : 'female');

/**
 * Says what is wrong with a normalised resident identity number (居民身份证号码): its form, the birth date in it, its
 * check sign, and where it disagrees with the sex and birth date given. A message never repeats the number.
 * @rejects wrong-form, not-a-date, wrong-check-sign, disagrees
 * @source GB 11643-1999
 */
export const checkResidentNumber = (idNo: string, known: KnownOfPerson, at: string): readonly RejectionDetail[] => {
  if (!FORM.test(idNo)) return [{ at, code: 'wrong-form' }];
  const born = birthDateIn(idNo);
  if (!isLocalDate(born) || born < '1850-01-01') return [{ at, code: 'not-a-date' }];
  if (checkSignOf(idNo) !== idNo[17]) return [{ at, code: 'wrong-check-sign' }];
  const found: RejectionDetail[] = [];
  if (known.sex !== undefined && known.sex !== sexIn(idNo)) found.push({ at, code: 'disagrees', message: 'sex' });
  if (known.birthDate !== undefined && known.birthDate !== born) {
    found.push({ at, code: 'disagrees', message: 'birthDate' });
  }
  return found;
};
