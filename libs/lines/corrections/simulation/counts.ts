import { LeafCounts } from '#application/simulated-year.js';
import type { Category } from '../domain/case/state.js';

/** Suffix of a leaf that counts one category: `receivedParole`. */
const SUFFIXES: Readonly<Record<Exclude<Category, 'other'>, string>> = {
  'public-surveillance': 'PublicSurveillance',
  probation: 'Probation',
  parole: 'Parole',
  'outside-prison': 'OutsidePrison',
};
export const categories = Object.keys(SUFFIXES) as (keyof typeof SUFFIXES)[];
export type CountedCategory = (typeof categories)[number];
export const categorySuffixes = Object.values(SUFFIXES);

/** Usual share of the rarer categories where a report prints none; the rest is probation. */
const USUAL_SHARE: Readonly<Partial<Record<CountedCategory, number>>> = {
  'public-surveillance': 0.004,
  parole: 0.015,
  'outside-prison': 0.012,
};

/** The leaves of a case file, with the subjects' categories among them. */
export class Counts extends LeafCounts {
  /** Names with a prefix and what follows it: the year-ends of `registerAtEndOf2020`. */
  after(prefix: string): readonly (readonly [string, number])[] {
    return Object.entries(this.leaves)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]);
  }

  /** The categories a flow is known by, or undefined where only its total is known. */
  knownCategories(flow: string): Readonly<Record<CountedCategory, number>> | undefined {
    const names = categories.map((category) => [category, `${flow}${SUFFIXES[category]}`] as const);
    if (!names.some(([, name]) => this.has(name))) return undefined;
    return Object.fromEntries(names.map(([category, name]) => [category, this.of(name)])) as Record<
      CountedCategory,
      number
    >;
  }

  /** The total of a flow; the sum of its categories where only they are given. */
  total(flow: string): number {
    const known = this.knownCategories(flow);
    return this.has(flow) || known === undefined
      ? this.of(flow)
      : Object.values(known).reduce((sum, count) => sum + count, 0);
  }

  /**
   * A flow by category: as counted, with what the categories leave over added to probation; by the usual shares where no
   * category is known.
   * @throws RangeError when the categories are more than the total
   */
  byCategory(flow: string): Readonly<Record<CountedCategory, number>> {
    const total = this.total(flow);
    const known = this.knownCategories(flow);
    const share = (category: CountedCategory): number => Math.round((USUAL_SHARE[category] ?? 0) * total);
    const counts =
      known ??
      (Object.fromEntries(categories.map((category) => [category, share(category)])) as Record<
        CountedCategory,
        number
      >);
    const rest = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (rest < 0) throw new RangeError(`the categories of ${flow} are more than the ${total} of its total`);
    return { ...counts, probation: counts.probation + rest };
  }
}
