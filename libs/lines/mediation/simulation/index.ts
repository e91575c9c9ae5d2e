import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts, documentNumbers } from '#application/simulated-year.js';
import { agreements, settledOf } from './agreement.part.js';
import { disputesOf } from './cast.js';
import { dispute, notTakenOn } from './dispute.part.js';
import { afterwards, claimsFor, subsidies } from './earning.part.js';
import { leaves } from './leaves.js';
import { committees, rounds, screenings } from './office.part.js';
import type { Scene } from './scene.js';

/** How a published report's counts of mediation come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'mediation',
  leaves,
  async simulate(given, tools) {
    const counts = new LeafCounts(given);
    const scene: Scene = { counts, tools, docNo: documentNumbers(tools.yearStart.slice(0, 4)) };
    const { casts, commands } = await committees(scene);
    const held = rounds(scene);
    const drafts = await disputesOf(scene, casts);
    const settled = settledOf(
      scene,
      drafts.filter(({ outcome }) => outcome === 'succeeded'),
      claimsFor(scene),
    );
    const others = drafts.filter(({ outcome }) => outcome !== 'succeeded' && outcome !== 'open');
    const taken = drafts.filter(({ opened }) => opened !== 'imported');
    const played = drafts.flatMap((draft) => dispute(draft, scene, held));
    return [
      ...commands,
      ...played,
      ...notTakenOn(scene, taken.length, held),
      ...agreements(scene, settled),
      ...(await afterwards(scene, [...settled, ...others])),
      ...(await subsidies(scene, settled)),
      ...screenings(scene, held),
    ];
  },
};
