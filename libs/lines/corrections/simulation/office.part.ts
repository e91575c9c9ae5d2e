import { workday } from '#application/simulated-year.js';
import type { SimulatedCommand } from '#application/case-binding.js';
import { type LocalDate, addDays } from '#kernel/dates.js';
import { order } from './orders.js';

import { type Part, type Scene, at, draw, remaining, span } from './scene.js';

/** Searches for hidden dangers through the year, and the key persons found by them. */
export const screenings: Part = (scene) => {
  const { counts, tools, subjects } = scene;
  const days = Array.from({ length: counts.of('screenings') }, () => workday(tools, addDays(tools.from, 3), tools.to));
  const found = new Map<LocalDate, string[]>();
  const listed = draw(scene, remaining(scene), counts.of('keySubjects'), 'keySubjects', 15).map((subject) => {
    const { from, to } = span(subject, scene);
    const able = days.filter((day) => day >= from && day <= to);
    const listedOn = able.length === 0 ? workday(tools, from, to) : tools.random.pick(able);
    found.set(listedOn, [...(found.get(listedOn) ?? []), subject.personRef]);
    const reason = tools.random.pick(['reoffence-risk', 'supervision-breach', 'dispute', 'hardship'] as const);
    return order('corrections.KeyPersonListed', at(subject), { listedOn, reason });
  });
  return [
    ...days.map((heldOn, index) => {
      const keyPersonsFound = found.get(heldOn) ?? [];
      found.delete(heldOn);
      const present = subjects.filter(
        (subject) => span(subject, scene).from <= heldOn && heldOn <= span(subject, scene).to,
      );
      const data = { heldOn, scope: 'corrections' as const, screenedCount: present.length, keyPersonsFound };
      const to = { streamId: tools.id('screening', String(index + 1)), office: tools.bureau };
      return order('corrections.SafetyScreeningHeld', to, data);
    }),
    ...listed,
  ];
};

/** Courses completed, and help given. */
export const education: Part = (scene) => {
  const { counts, tools, subjects } = scene;
  const { random } = tools;
  const trained = draw(scene, subjects, counts.of('skillTrainingQualified'), 'skillTrainingQualified', 40);
  return [
    ...trained.map((subject) => {
      const { from, to } = span(subject, scene);
      const completedOn = workday(tools, addDays(from, 15), to);
      return order('corrections.SkillTrainingCompleted', at(subject), {
        startedOn: addDays(completedOn, -10),
        completedOn,
        courseName: random.pick(['电工', '焊工', '家政服务', '电子商务']),
        organiser: '县职业技能培训中心',
        result: 'passed',
        certificateNo: scene.docNo('结业'),
      });
    }),
    ...assistance(scene),
  ];
};

const assistance = (scene: Scene): readonly SimulatedCommand[] => {
  const { random } = scene.tools;
  const able = scene.subjects.filter((subject) => span(subject, scene).from <= span(subject, scene).to);
  const commands: SimulatedCommand[] = [];
  for (let left = scene.counts.of('assistanceBeneficiaries'); left > 0;) {
    const subject = random.pick(able);
    const { from, to } = span(subject, scene);
    const beneficiaryCount = Math.min(left, random.next() < 0.15 ? 2 : 1);
    left -= beneficiaryCount;
    commands.push(
      order('corrections.AssistanceGiven', at(subject), {
        givenOn: workday(scene.tools, from, to),
        kind: random.pick(['consolation-visit', 'consolation-visit', 'employment', 'temporary-relief', 'counselling']),
        beneficiaryCount,
        ...(random.next() < 0.5 && { amount: String(random.between(2, 10) * 100) }),
      }),
    );
  }
  return commands;
};
