import type { SeededRandom } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';

/** How often a value is met where no report says. */
type Usual<Kind extends string> = Readonly<Record<Kind, number>>;

export class Counts extends LeafCounts {
  /** A leaf, or what is usual where the report has none. */
  or(name: string, usual: number): number {
    return this.has(name) ? this.of(name) : usual;
  }

  /**
   * So many of a group.
   * @throws RangeError when there are more than in the group
   */
  within(name: string, count: number, of: string, most: number): number {
    if (count > most) throw new RangeError(`${name}: ${count} wanted, ${of}: ${most} there`);
    return count;
  }

  /** A whole; the sum of its parts where only they are given; undefined where the report has neither. */
  whole<Kind extends string>(name: string, parts: Readonly<Record<Kind, string>>): number | undefined {
    const given = Object.values<string>(parts).filter((part) => this.has(part));
    if (this.has(name)) return this.of(name);
    return given.length === 0 ? undefined : given.reduce((sum, part) => sum + this.of(part), 0);
  }

  /**
   * One value for each of a whole, in any order: as often as its part is counted, the rest as usual among the others.
   * @throws RangeError when the parts are more than the whole, or all given and less
   */
  spread<Kind extends string>(
    [name, total]: readonly [name: string, total: number],
    parts: Readonly<Record<Kind, string>>,
    usual: Usual<Kind>,
    random: SeededRandom,
  ): Kind[] {
    const kinds = Object.keys(parts) as Kind[];
    const counted = kinds.flatMap((kind) => Array.from({ length: this.of(parts[kind]) }, () => kind));
    const open = kinds.filter((kind) => !this.has(parts[kind]) && usual[kind] > 0);
    const rest = total - counted.length;
    if (rest < 0 || (rest > 0 && open.length === 0))
      throw new RangeError(`${name} (${total}) is not the ${counted.length} of its parts`);
    const weights = open.flatMap((kind) => Array.from({ length: usual[kind] }, () => kind));
    return random.shuffle([...counted, ...Array.from({ length: rest }, () => random.pick(weights))]);
  }
}
