import type { Look, NewLook } from '#application/looks/look.js';
import type { Clock } from '#application/ports/clock.js';
import type { LookQuestion, Looks } from '#application/ports/looks.js';

const meets = (wanted: readonly string[] | undefined, has: readonly string[]): boolean =>
  wanted === undefined || has.some((item) => wanted.includes(item));

/** Records of looking without a database: for simulations and tests. */
export class MemoryLooks implements Looks {
  private readonly looks: Look[] = [];

  constructor(private readonly clock: Clock) {}

  async write(look: NewLook): Promise<void> {
    this.looks.push({ ...look, position: this.looks.length + 1, at: this.clock.now().now });
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
}
