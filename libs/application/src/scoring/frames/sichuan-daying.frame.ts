import type { ScoringFrame } from '../frame.js';
import { frameNames, levels } from '../terms.js';
import { national2020 } from './national-2020.frame.js';

/**
 * 四川 as 大英 prints it: execution 10 on the adjusted budget, explained in writing below 90 %, and 90 for the indicators in
 * any split: one may carry all of it, or four 22.5 each. 经济成本 stands under 产出.
 * @source 大英 2023年项目支出绩效自评表
 */
export const sichuanDaying: ScoringFrame = {
  ...national2020,
  code: 'sichuan-daying',
  version: 1,
  name: frameNames['sichuan-daying'].zh,
  level: 'county',
  province: '四川省',
  validFrom: '2023-01-01',
  execution: { weight: '10', inTotal: true, capped: true, reasonBelow: '90' },
  level1: national2020.level1.map(({ name, level2 }) => ({
    name,
    level2: name === levels.output.zh ? [...level2, { name: levels.economicCost.zh }] : level2,
  })),
  // UNCERTAIN: no rule about indicators that do not apply was seen, so none is left out.
  notApplicable: 'refuse',
  uncertain: [...national2020.uncertain, 'bands', 'notApplicable'],
};
