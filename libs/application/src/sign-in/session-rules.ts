import type { Instant } from '../kernel.js';

/** How long sessions last; milliseconds. */
export interface SessionRules {
  /** Without a request. */
  readonly idle: number;
  /** Whatever is done in it. */
  readonly absolute: number;
  /** Between the password and the one-time password. */
  readonly secondFactor: number;
  /** Open sessions of one person at a time. */
  readonly most: number;
}

const MINUTE = 60_000;

/** @source ASVS 5.0 7.3; GB/T 22239-2019 8.1.4.1 b asks for a time-out, assessors read 30 minutes at most */
export const sessionRules: SessionRules = {
  idle: 30 * MINUTE,
  absolute: 12 * 60 * MINUTE,
  secondFactor: 5 * MINUTE,
  most: 1,
};

interface Timed {
  readonly stage: 'second-factor' | 'open';
  readonly openedAt: Instant;
  readonly seenAt: Instant;
}

/** Whether a session is over, by its times alone. */
export const isOver = (rules: SessionRules, { stage, openedAt, seenAt }: Timed, now: Instant): boolean => {
  const age = Date.parse(now) - Date.parse(openedAt);
  if (stage === 'second-factor') return age >= rules.secondFactor;
  return age >= rules.absolute || Date.parse(now) - Date.parse(seenAt) >= rules.idle;
};

/** Whether its use is to be noted: once a minute is enough, and only ever ends a session too early. */
export const isToBeSeen = ({ seenAt }: Timed, now: Instant): boolean => Date.parse(now) - Date.parse(seenAt) >= MINUTE;
