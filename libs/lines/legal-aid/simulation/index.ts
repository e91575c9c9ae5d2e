import type { CaseBinding } from '#application/case-binding.js';
import { LeafCounts, documentNumbers, ordersOf } from '#application/simulated-year.js';
import { daysBetween } from '#kernel/dates.js';
import { type LegalAidEvent, events } from '../domain/events/index.js';
import { begin } from './case.part.js';
import { type AidCase, type Scene, castYear } from './cast.js';
import { finish } from './closing.part.js';
import { leaves } from './leaves.js';
import { advice, agents, duty, voices } from './office.part.js';
import { planOf } from './plan.js';

/** How a published report's counts of legal aid come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'legalAid',
  leaves,
  async simulate(given, tools) {
    const counts = new LeafCounts(given);
    const plan = planOf(counts);
    if (counts.of('objections') > plan.refused)
      throw new RangeError(`objections: ${counts.of('objections')} for ${plan.refused} refused`);
    const scene: Scene = {
      ...{ counts, plan, tools },
      order: ordersOf<LegalAidEvent>(events),
      docNo: documentNumbers(tools.yearStart.slice(0, 4)),
      lawyers: await Promise.all(
        Array.from({ length: 8 }, (_, at) => tools.person(`lawyer ${at + 1}`, { age: 32 + 3 * at })),
      ),
      tail: Math.min(25, Math.floor(daysBetween(tools.from, tools.to) / 6)),
    };
    const nth = new Map<AidCase['outcome'], number>();
    const told = (await castYear(scene)).map((aid) => {
      const at = nth.get(aid.outcome) ?? 0;
      nth.set(aid.outcome, at + 1);
      return begin(aid, at, scene);
    });
    return [
      ...agents(scene),
      ...told.flatMap(({ commands }) => commands),
      ...finish(told, scene),
      ...(await advice(scene)),
      ...(await duty(scene)),
      ...(await voices(scene)),
    ];
  },
};
