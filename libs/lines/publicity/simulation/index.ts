import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';
import { activities } from './activity.part.js';
import { counsels, culturePlaces, villages } from './ground.part.js';
import { leaves } from './leaves.js';
import { materials, releases } from './print.part.js';

/** How a published report's counts of publicity come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'publicity',
  leaves,
  simulate: async (given, tools) => {
    const counts = new LeafCounts(given);
    return [
      ...villages(counts, tools),
      ...(await activities(counts, tools)),
      ...materials(counts, tools),
      ...releases(counts, tools),
      ...culturePlaces(counts, tools),
      ...(await counsels(counts, tools)),
    ];
  },
};
