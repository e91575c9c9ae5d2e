import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts } from '#application/simulated-year.js';
import { leaves } from './leaves.js';
import { sessions } from './sessions.part.js';
import { appraisals, competitions, exams, officeHeads } from './staff.part.js';

/** How a published report's counts of training come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'training',
  leaves,
  simulate: async (given, tools) => {
    const counts = new LeafCounts(given);
    return [
      ...(await officeHeads(counts, tools)),
      ...(await sessions(counts, tools)),
      ...(await appraisals(counts, tools)),
      ...exams(counts, tools),
      ...competitions(counts, tools),
    ];
  },
};
