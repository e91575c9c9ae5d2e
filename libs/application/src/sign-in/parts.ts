import { hash } from 'node:crypto';
import type { Clock, Ids, Random } from '../ports/clock.js';
import type { PasswordHasher } from '../ports/passwords.js';
import type { SessionStore, TryStore } from '../ports/sessions.js';
import type { UserStore } from '../ports/users.js';
import type { ProfileName } from './password-profile.js';
import type { SessionRules } from './session-rules.js';

/** What a deployment chooses. */
export interface SignInRules {
  readonly profile: ProfileName;
  /** Whether everybody needs a second factor, or those who have one. */
  readonly secondFactor: 'required' | 'optional';
  readonly sessions: SessionRules;
  /** What authenticators call us. */
  readonly issuer: string;
}

/** What signing in rests on. */
export interface SignInParts {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly tries: TryStore;
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly rules: SignInRules;
  /** Words of the place, which no password may be made of. */
  readonly placeWords: () => readonly string[];
  /** Takes what happened, for the log: ids, never a name or a secret. What is refused is a warning. */
  readonly note: (level: 'info' | 'warn', what: string, about: Readonly<Record<string, unknown>>) => void;
}

/** What stands for a secret of our making: those have so many bits that one fast hash is enough. */
export const hashOfSecret = (secret: string): string => hash('sha256', secret);

/** A secret nobody types. 256 bits. */
export const newSecret = (random: Random): string => random(32).toString('base64url');

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = 20;

/** A code that is read out and typed: four groups of five signs that are not mistaken for each other. 98 bits. */
export const newCode = (random: Random): string => {
  const signs: string[] = [];
  // Bytes beyond a multiple of the signs would favour some of them.
  const fair = 256 - (256 % SIGNS.length);
  while (signs.length < CODE) {
    const [byte = 255] = random(1);
    if (byte < fair) signs.push(SIGNS[byte % SIGNS.length] ?? '');
  }
  return signs.join('').replaceAll(/.{5}(?=.)/g, '$&-');
};

/** A code as it was made, however it was typed. */
export const hashOfCode = (typed: string): string =>
  hashOfSecret(
    typed
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .replaceAll(/.{5}(?=.)/g, '$&-'),
  );
