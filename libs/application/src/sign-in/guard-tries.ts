import { type SignInParts, hashOfSecret } from './parts.js';
import { Later } from './later.js';
import { REMEMBERED, type ThrottleRule, deviceSource, pauseBefore } from './throttle.js';
import type { Origin } from './sign-in.js';

/** Days a device is known after somebody signed in on it. */
const DEVICE_DAYS = 180;
const DAY = 86_400_000;

const ago = (now: string, milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();

/** A try that may be looked at. */
interface Guarded {
  /** Whether somebody of the name has signed in on the device before. */
  readonly known: boolean;
  /** Takes the tries of this source back: this one was right. */
  readonly forgive: () => Promise<void>;
}

/**
 * Lets a try be looked at, or says when it may be. Names nobody has are slowed down in the same way.
 * @rejects too-many-tries
 */
export const guardTries = async (
  { tries, clock, note }: SignInParts,
  rule: ThrottleRule,
  name: string,
  from: Origin,
  of = 'password',
): Promise<Guarded> => {
  const { now } = clock.now();
  const person = hashOfSecret(name);
  const device = from.device === undefined ? undefined : hashOfSecret(from.device);
  const known = device !== undefined && (await tries.knows(person, device, ago(now, DEVICE_DAYS * DAY)));
  const source = known ? deviceSource(device) : from.network;
  const subject = hashOfSecret(`${of} of ${name}`);
  const pause = await tries.take(subject, { source, at: now }, ago(now, REMEMBERED), (before) =>
    pauseBefore(rule, before, source, now),
  );
  if (pause > 0) {
    note('warn', 'a try was not looked at', {
      subject: subject.slice(0, 12),
      network: from.network,
      milliseconds: pause,
    });
    throw new Later('too-many-tries', Math.ceil(pause / 1000));
  }
  return { known, forgive: () => tries.forgive(subject, source) };
};
