import type { CaseBinding } from '#application/case-binding.js';
import { arrivals, handOvers } from './arrivals.part.js';
import { castYear } from './cast.js';
import { Counts } from './counts.js';
import { leaves } from './leaves.js';
import { help, statistics } from './office.part.js';
import { support } from './support.part.js';
import { planYear } from './year.js';

/** How a published report's counts of aftercare come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'aftercare',
  leaves,
  async simulate(given, tools) {
    const counts = new Counts(given);
    const { supported, unlinked } = await castYear(counts, tools);
    planYear(counts, supported, tools);
    return [
      ...arrivals([...supported, ...unlinked], tools),
      ...(await handOvers(counts, tools)),
      ...support(supported, tools),
      ...help(counts, supported, tools),
      ...statistics(tools),
    ];
  },
};
