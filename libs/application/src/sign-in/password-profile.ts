import type { Instant } from '../kernel.js';
import { ownPart } from './blocked-passwords.js';

/** What a password has to be, as data. */
export interface PasswordProfile {
  /** Characters at least: as the only factor, and beside a second one. */
  readonly alone: number;
  readonly withSecondFactor: number;
  /** Kinds of characters of the four there are: capitals, small letters, digits, anything else. 0 asks for none. */
  readonly kinds: number;
  /** Days after which another one is chosen; 0 for never. */
  readonly days: number;
  /** Passwords before the present one that may not come back. */
  readonly former: number;
}

export const profileNames = ['dengbao3', 'asvs'] as const;
export type ProfileName = (typeof profileNames)[number];

/** Both refuse what is on the list of common passwords, or is made of words of the place. */
export const passwordProfiles: Readonly<Record<ProfileName, PasswordProfile>> = {
  /** What assessors of 等级保护 ask for. @source GB/T 22239-2019 8.1.4.1 a, as commonly assessed */
  dengbao3: { alone: 15, withSecondFactor: 12, kinds: 3, days: 90, former: 5 },
  /** No composition and no rotation. @source ASVS 5.0 6.2.5, 6.2.10; NIST SP 800-63B-4 3.1.1.2 */
  asvs: { alone: 15, withSecondFactor: 12, kinds: 0, days: 0, former: 0 },
};

/** Characters at most; a bound on the work, not on the password. */
export const LONGEST_PASSWORD = 128;
/** Characters of its own, apart from common and local words, that a password needs. */
const OWN = 6;

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

export interface PasswordCheck {
  readonly secondFactor: boolean;
  /** Words of the place: names of county, bureau and offices, their pinyin, the user's own name. */
  readonly words: readonly string[];
}

/** Codes of what is wrong with a password, none when it may be used. */
export const passwordFaults = (
  profile: PasswordProfile,
  password: string,
  { secondFactor, words }: PasswordCheck,
): readonly string[] => {
  const { length } = [...password];
  const least = secondFactor ? profile.withSecondFactor : profile.alone;
  return [
    ...(length < least ? ['password-too-short'] : []),
    ...(length > LONGEST_PASSWORD ? ['too-long'] : []),
    ...(KINDS.filter((kind) => kind.test(password)).length < profile.kinds ? ['password-too-plain'] : []),
    ...(ownPart(password, words) < OWN ? ['password-too-common'] : []),
  ];
};

const DAY = 86_400_000;

/** Whether a password has to be changed before anything else is done. */
export const isSpent = ({ days }: PasswordProfile, setAt: Instant, now: Instant): boolean =>
  days > 0 && Date.parse(now) - Date.parse(setAt) >= days * DAY;
