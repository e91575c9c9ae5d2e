import type { CaseBinding } from '#application/case-binding.js';
import { documentNumbers } from '#application/simulated-year.js';
import { leaves } from './leaves.js';
import { Plan } from './plan.js';
import { type Scene, playSuit, suggestions } from './suit.part.js';

/** How counts of suits come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'litigation',
  leaves,
  async simulate(given, tools) {
    const plan = new Plan(given);
    const drafts = plan.drafts((items) => tools.random.shuffle(items));
    const [delegate = '', ...plaintiffs] = await Promise.all([
      tools.person('litigation delegate', { age: 41 }),
      ...drafts.map((_, at) => tools.person(`plaintiff ${at + 1}`, { age: tools.random.between(24, 68) })),
    ]);
    const scene: Scene = { tools, docNo: documentNumbers(tools.yearStart.slice(0, 4)), delegate };
    const suits = drafts.map((draft, at) => playSuit(scene, draft, String(at + 1), plaintiffs[at] ?? ''));
    return [
      ...suits.flatMap(({ commands }) => commands),
      ...suggestions(scene, plan.of('adviceReceived'), plan.of('adviceAnswered'), suits),
    ];
  },
};
