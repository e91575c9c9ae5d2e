import type { ScoringFrame } from '../frame.js';
import { frameNames, levels } from '../terms.js';
import { national2020 } from './national-2020.frame.js';

/**
 * 河北 as 抚宁 prints it: 效果 in the place of 效益. The form of targets bears no weights: a sheet chooses them within what
 * execution leaves, and the rules of scoring are the national ones.
 * @source 抚宁 2020年部门预算绩效文本, nine 绩效目标表
 */
export const hebeiFuning: ScoringFrame = {
  ...national2020,
  code: 'hebei-funing',
  version: 1,
  name: frameNames['hebei-funing'].zh,
  level: 'county',
  province: '河北省',
  validFrom: '2020-01-01',
  level1: national2020.level1.map(({ name, level2 }) => ({
    name: name === levels.benefit.zh ? levels.effect.zh : name,
    level2,
  })),
  // UNCERTAIN: software of the province scores < and ≤ by two formulas, of which only that of ≤ is known, and the qualitative
  // bands, the execution points and what becomes of inapplicable rows were not seen there.
  notApplicable: 'refuse',
  uncertain: [...national2020.uncertain, 'execution', 'level1', 'bands', 'notApplicable'],
};
