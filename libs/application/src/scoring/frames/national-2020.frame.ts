import type { ScoringFrame } from '../frame.js';
import { bands, frameNames, grades, levels } from '../terms.js';

/**
 * The national frame: execution 10, output 50, benefit 30, satisfaction 10, in principle; three grades of qualitative results.
 * Its text is known from forms and from software that follows it, not word by word: what rests on neither is listed in
 * `uncertain`.
 * @source 财预〔2020〕10号 项目支出绩效评价管理办法
 */
export const national2020: ScoringFrame = {
  code: 'national-2020',
  version: 1,
  name: frameNames['national-2020'].zh,
  level: 'central',
  validFrom: '2020-02-25',
  total: '100',
  // UNCERTAIN: the cap. No text says so; without it, spending 10.12 of a budget of 6 would earn 16.87 of 10 points.
  execution: { weight: '10', inTotal: true, capped: true },
  level1: [
    {
      name: levels.output.zh,
      weight: '50',
      level2: [levels.quantity, levels.quality, levels.timeliness, levels.cost].map(({ zh }) => ({ name: zh })),
    },
    {
      name: levels.benefit.zh,
      weight: '30',
      level2: [levels.economic, levels.social, levels.ecological, levels.sustainable].map(({ zh }) => ({ name: zh })),
    },
    { name: levels.satisfaction.zh, weight: '10', level2: [{ name: levels.served.zh }] },
  ],
  levelWeights: 'in-principle',
  zeroWeights: false,
  scoredBy: 'row',
  groupSplit: 'equal',
  rules: {
    atLeast: { shortfall: 'proportion', zeroTarget: 'as-compared' },
    above: { shortfall: 'proportion', zeroTarget: 'as-compared' },
    equal: { shortfall: 'proportion', zeroTarget: 'zero-only' },
    // UNCERTAIN: software in use falls in a straight line (0 at twice the target), a printed note divides target by result.
    atMost: { shortfall: 'linear', zeroTarget: 'zero-only' },
    below: { shortfall: 'linear', zeroTarget: 'zero-only' },
  },
  noData: 'person',
  notApplicable: 'rescale',
  bands: [
    { code: 'achieved', name: bands.achieved.zh, from: '80' },
    { code: 'partly', name: bands.partly.zh, from: '60' },
    { code: 'missed', name: bands.missed.zh, from: '0' },
  ],
  // UNCERTAIN: the central text asks for a reason and gives no number; 130 % (30 where the target is 0) is what 广西 uses.
  overAchievement: { from: '130', fromOfZero: '30', effect: 'reason' },
  // A release of software in use takes 优 from 80 and 良 from 70; the text, and another release, have these.
  grades: [
    { name: grades.excellent.zh, from: '90' },
    { name: grades.good.zh, from: '80' },
    { name: grades.fair.zh, from: '60' },
    { name: grades.poor.zh, from: '0' },
  ],
  decimals: 2,
  rounding: 'half-up',
  // UNCERTAIN: lights of qualitative rows and of a target of 0 are known, bounds for other numbers are not.
  lights: { greenFrom: '0', yellowFrom: '-10' },
  uncertain: ['execution.capped', 'rules.atMost', 'rules.below', 'overAchievement', 'lights'],
};
