import type { CaseBinding } from '#application/case-binding.js';
import { documentNumbers } from '#application/simulated-year.js';
import { REVISION_OF_2023 } from '../domain/law.js';
import { aftermath, letters } from './aftermath.part.js';
import { application } from './application.part.js';
import { playCaseOf } from './case.part.js';
import { leaves } from './leaves.js';
import { Plan } from './plan.js';
import type { Scene } from './scene.js';

/** How a published report's counts of reconsideration come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'reconsideration',
  leaves,
  async simulate(given, tools) {
    const plan = new Plan(given);
    if (plan.of('acceptedSummary') > 0 && tools.from < REVISION_OF_2023)
      throw new RangeError('acceptedSummary: there was no summary procedure before 2024');
    const scene: Scene = { tools, docNo: documentNumbers(tools.yearStart.slice(0, 4)) };
    const drafts = plan.drafts((items) => tools.random.shuffle(items));
    const others = Object.entries(plan.otherApplications).flatMap(([answer, count]) =>
      Array.from({ length: count }, () => answer as keyof Plan['otherApplications']),
    );
    const people = await Promise.all(
      Array.from({ length: drafts.length + others.length }, (_, at) =>
        tools.person(`applicant ${at + 1}`, { age: tools.random.between(22, 70) }),
      ),
    );
    const played = drafts.map((draft, at) => playCaseOf(scene, draft, String(at + 1), people[at] as string));
    return [
      ...played.flatMap(({ commands }) => commands),
      ...others.flatMap((answer, at) =>
        application(scene, answer, String(at + 1), people[drafts.length + at] as string),
      ),
      ...aftermath(scene, plan, played),
      ...letters(scene, plan, played),
    ];
  },
};
