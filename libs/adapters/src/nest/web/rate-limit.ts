import { networkOf } from '#application/sign-in/network.js';

const MINUTE = 60_000;
/** Callers remembered; the longest unheard of is forgotten first, and begins anew. */
const REMEMBERED = 20_000;

/** So many requests a minute of each caller; who was quiet may send a minute's worth at once. Memory is bounded. */
export class RateLimit {
  private readonly step: number;
  /** When all that a caller sent so far would be due, in milliseconds of `now`. */
  private readonly due = new Map<string, number>();

  constructor(
    perMinute: number,
    private readonly now: () => number = () => performance.now(),
    private readonly most = REMEMBERED,
  ) {
    this.step = MINUTE / perMinute;
  }

  /** How many callers are remembered. */
  get size(): number {
    return this.due.size;
  }

  /** Counts a request; gives the seconds to wait where it is one too many, which is then not counted, else 0. */
  take(caller: string): number {
    const now = this.now();
    const due = Math.max(now, this.due.get(caller) ?? 0) + this.step;
    const early = due - now - MINUTE;
    // A step is a fraction: what only rounding makes early is not.
    if (early > 1e-6) return Math.ceil(early / 1000);
    this.due.delete(caller);
    this.due.set(caller, due);
    if (this.due.size > this.most) this.due.delete(this.due.keys().next().value as string);
    return 0;
  }
}

const OWN = /^(::1$|(::ffff:)?127\.)/;

/** Whose requests are counted together: an address of IPv4, a /64 of IPv6. Undefined for this machine itself, which is not counted. */
export const callerAt = (address: string): string | undefined => {
  if (OWN.test(address)) return undefined;
  return address.includes(':') && !address.startsWith('::ffff:') ? networkOf(address) : address;
};
