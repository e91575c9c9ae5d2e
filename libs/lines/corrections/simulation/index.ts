import type { CaseBinding } from '#application/case-binding.js';
import { assessments } from './assessment.part.js';
import { castYear } from './cast.js';
import { closings } from './closing.part.js';
import { Counts } from './counts.js';
import { devices } from './device.part.js';
import { exitControl } from './exit-control.part.js';
import { baselines, intake, stillToCome } from './intake.part.js';
import { leaves as leaveParts, permits } from './leave.part.js';
import { leaves } from './leaves.js';
import { education, screenings } from './office.part.js';
import { presence } from './population.js';
import { conditionReviews, evaluations, routine } from './routine.part.js';
import { lapses, sanctions } from './sanctions.part.js';
import type { Part, Scene } from './scene.js';
import { sessions } from './session.part.js';

/** In order: who is about to lose the favour, or is out of sight, does not travel. */
const parts: readonly Part[] = [
  baselines,
  intake,
  stillToCome,
  closings,
  lapses,
  leaveParts,
  permits,
  sanctions,
  exitControl,
  conditionReviews,
  routine,
  evaluations,
  sessions,
  screenings,
  education,
  devices,
  assessments,
];

/** How a published report's counts of community correction come true: a believable year, the same for the same seed. */
export const cases: CaseBinding = {
  section: 'corrections',
  leaves,
  async simulate(given, tools) {
    const counts = new Counts(given);
    const all = await castYear(counts, tools);
    const numbers = new Map<string, number>();
    const scene: Scene = {
      counts,
      tools,
      subjects: all.filter(
        (subject) => presence(subject, tools).from <= tools.to && (subject.exit?.on ?? '9999') >= tools.from,
      ),
      grounded: new Set(),
      docNo: (series) => {
        numbers.set(series, (numbers.get(series) ?? 0) + 1);
        return `${series}〔${tools.yearStart.slice(0, 4)}〕${numbers.get(series)}号`;
      },
    };
    const past: Scene = {
      ...scene,
      counts: new Counts({}),
      subjects: all.filter((subject) => !scene.subjects.includes(subject)),
    };
    const commands = [...(await intake(past)), ...(await closings(past))];
    for (const part of parts) commands.push(...(await part(scene)));
    return commands;
  },
};
