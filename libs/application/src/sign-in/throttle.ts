import type { Try } from '../ports/sessions.js';
import type { Instant } from '../kernel.js';

/** How tries are slowed down; milliseconds. */
export interface ThrottleRule {
  /** The pause after so many tries of one source without a right one: the first after one try, the last after all more. */
  readonly pauses: readonly number[];
  /** Most tries looked at within a time, over all sources; those of known devices are left out unless `devices`. */
  readonly caps: readonly { readonly within: number; readonly tries: number; readonly devices?: true }[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds in which a try counts. */
export const REMEMBERED = 24 * HOUR;

const pauses = [0, 0, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE];
const caps = [{ within: HOUR, tries: 20 }];

export const passwordThrottle: Readonly<Record<'dengbao3' | 'asvs', ThrottleRule>> = {
  /** Five wrong ones from one place close it for half an hour, as assessors read 身份鉴别 b. @source GB/T 22239-2019 8.1.4.1 */
  dengbao3: { pauses: [0, 0, 5 * SECOND, 15 * SECOND, 30 * MINUTE], caps },
  /** @source ASVS 5.0 6.3.1, 6.1.1: slow enough for guessing, and nobody can lock another out of a device he uses */
  asvs: { pauses, caps },
};

/** One-time passwords: three of a million are right at any time, so few may be tried, on known devices too. */
export const secondFactorThrottle: ThrottleRule = {
  pauses,
  caps: [
    { within: 30 * SECOND, tries: 5, devices: true },
    { within: HOUR, tries: 20, devices: true },
  ],
};

const DEVICE = 'device:';
/** The source of tries made on a device that somebody of the name signed in on before: strangers cannot use it up. */
export const deviceSource = (device: string): string => `${DEVICE}${device}`;
const isDevice = ({ source }: Try): boolean => source.startsWith(DEVICE);

/** Milliseconds until a try may be looked at; 0 for now. `before`: tries looked at, without those that were forgiven. */
export const pauseBefore = (rule: ThrottleRule, before: readonly Try[], source: string, now: Instant): number => {
  const at = Date.parse(now);
  const since = (made: Try): number => at - Date.parse(made.at);
  const own = before.filter((made) => made.source === source);
  const pause = own.length === 0 ? 0 : (rule.pauses[Math.min(own.length, rule.pauses.length) - 1] ?? 0);
  const waits = [own.length === 0 ? 0 : pause - Math.min(...own.map(since))];
  for (const { within, tries, devices } of rule.caps) {
    if (devices === undefined && isDevice({ source, at: now })) continue;
    const counted = before.filter((made) => devices === true || !isDevice(made));
    const recent = counted.map(since).filter((age) => age < within);
    // The one that has to leave before another may come.
    const leaving = recent.sort((a, b) => a - b)[tries - 1];
    if (leaving !== undefined) waits.push(within - leaving);
  }
  return Math.max(0, ...waits);
};
