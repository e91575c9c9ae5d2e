import type { ScoringFrame } from '../frame.js';
import { frameNames, levels } from '../terms.js';
import { national2020 } from './national-2020.frame.js';

/**
 * 湖南 as 资阳 prints it, for the department and for a project: execution is scored beside the total, benefit takes its ten
 * points, and weight and score belong to a 二级 group. One bureau was seen: whether the province says so is not known.
 * @source 资阳 2022年度部门整体支出绩效自评表, 项目支出绩效自评表: 49 + 40 + 10 printed as 99, with 9 for execution beside it
 */
export const hunanZiyang: ScoringFrame = {
  ...national2020,
  code: 'hunan-ziyang',
  version: 1,
  name: frameNames['hunan-ziyang'].zh,
  level: 'county',
  province: '湖南省',
  validFrom: '2022-01-01',
  execution: { weight: '10', inTotal: false, capped: true },
  level1: national2020.level1.map((level) => (level.name === levels.benefit.zh ? { ...level, weight: '40' } : level)),
  levelWeights: 'binding',
  scoredBy: 'group',
  // UNCERTAIN: how the score of a group follows from its rows is said nowhere; equal shares, which a sheet may replace.
  groupSplit: 'equal',
  // UNCERTAIN: no rule about indicators that do not apply was seen, so none is left out.
  notApplicable: 'refuse',
  uncertain: [...national2020.uncertain, 'execution.inTotal', 'level1', 'groupSplit', 'notApplicable'],
};
