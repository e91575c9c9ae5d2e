import { DAYS_KEPT, type Look, type NewLook } from '#application/looks/look.js';
import type { Clock } from '#application/ports/clock.js';
import type { LookQuestion, Looks } from '#application/ports/looks.js';
import { uuidV5 } from '#kernel/ids.js';

const DAY = 86_400_000;

const meets = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || has.some((item) => wanted.includes(item));

/** Records of looking without a database: for simulations and tests. */
export class MemoryLooks implements Looks {
  private looks: readonly Look[] = [];
  private last = 0;

  constructor(private readonly clock: Clock) {}

  async write(look: NewLook): Promise<void> {
    this.last += 1;
    this.looks = [...this.looks, { ...look, position: this.last, at: this.clock.now().now }];
  }

  async find(question: LookQuestion): Promise<readonly Look[]> {
    const { subjects, caller, purpose, from, to, bureaus, minors, before, limit } = question;
    const found = this.looks.filter(
      (look) =>
        meets(subjects, look.subjects) &&
        meets(bureaus, look.bureaus) &&
        (caller === undefined || look.name === caller) &&
        (purpose === undefined || look.purpose === purpose) &&
        (from === undefined || Date.parse(look.at) >= Date.parse(from)) &&
        (to === undefined || Date.parse(look.at) < Date.parse(to)) &&
        (minors !== true || look.minors.length > 0) &&
        (before === undefined || look.position < before),
    );
    return found.reverse().slice(0, limit);
  }

  async expire(): Promise<number | undefined> {
    const { now } = this.clock.now();
    const from = Date.parse(now) - DAYS_KEPT * DAY;
    const gone = this.looks.findLast(({ at }) => Date.parse(at) < from)?.position;
    if (gone === undefined) return undefined;
    this.looks = this.looks.filter(({ position }) => position > gone);
    await this.write({
      ...{ name: 'taizhang', roles: [], offices: [], address: 'calendar', requestId: uuidV5('looks', now) },
      ...{ purpose: 'expiry', route: 'looks.expire', object: `through ${gone}`, reason: `${DAYS_KEPT} days` },
      ...{ subjects: [], minors: [], bureaus: [] },
    });
    return gone;
  }
}
