import { indicatorTable, less, part } from '#application/indicator-table.js';
import { closing, cohort, count, flow, graded, rate, stock, total, typed } from './formulas.js';

const installed = (kind: string) => part('IN-13', total('个', flow('institution.pieces-installed', { kind })));
const units = (kind: string) => part('IN-15', stock('个', closing('institution.units', { kind })));
const rooms = (kind: string) => part('IN-16', stock('间', closing('institution.rooms', { kind })));
const asTyped = (unit: string, item: string) =>
  typed(unit, flow('institution.manual-values', { item }), flow('institution.manual-bases', { item }));
const goals = (grade: string) => part('IN-30', graded('项', flow('institution.goals-graded', { grade })));

/** Disclosures, equipment, units and rooms, values typed by a person: IN-12 to IN-30. */
export const estateIndicators = indicatorTable({
  /** 信息公开按期率: published by their last day ÷ those whose last day lies in the period. unit % · 政府信息公开条例 第二十六条 */
  'IN-12': rate(flow('institution.disclosures-on-time'), flow('institution.disclosures-due')),
  'IN-12-due': part('IN-12', count('次', flow('institution.disclosures-due'))),
  'IN-12-on-time': part('IN-12', count('次', flow('institution.disclosures-on-time'))),
  'IN-12-late': part('IN-12', count('次', cohort('institution.disclosures-late'))),
  'IN-12-open': part('IN-12', count('次', cohort('institution.disclosures-open'))),

  /** 安装设备: Σ pieces. unit 个 · dated by the installation */
  'IN-13': total('个', flow('institution.pieces-installed')),
  'IN-13-cameras': installed('camera'),
  'IN-13-pickups': installed('pickup'),
  'IN-13-terminals': installed('terminal'),
  'IN-13-recorders': installed('recorder'),
  'IN-13-other': installed('other'),
  /** 在用安装设备: installed and not taken down at the period's end. */
  'IN-13-in-use': stock(
    '个',
    less(closing('institution.pieces-ever-installed'), closing('institution.pieces-taken-down')),
  ),
  /** 在册装备: held at the period's end, in store or in use. unit 个 */
  'IN-14': stock('个', less(closing('institution.pieces-ever-held'), closing('institution.pieces-gone'))),
  'IN-14-acquired': total('个', flow('institution.pieces-acquired')),
  'IN-14-imported': total('个', flow('institution.pieces-imported')),
  'IN-14-retired': total('个', flow('institution.pieces-retired')),

  /** 机构数 at the period's end. unit 个 */
  'IN-15': stock('个', closing('institution.units')),
  'IN-15-sections': units('section'),
  'IN-15-justice-offices': units('justice-office'),
  'IN-15-public-institutions': units('public-institution'),
  'IN-15-legal-aid-centres': units('legal-aid-centre'),
  'IN-15-forensic': units('forensic-institution'),
  'IN-15-law-firms': units('law-firm'),
  'IN-15-legal-service': units('legal-service-office'),
  'IN-15-established': count('个', flow('institution.units-established')),
  'IN-15-abolished': count('个', flow('institution.units-abolished')),
  /** 功能用房 at the period's end. unit 间 */
  'IN-16': stock('间', closing('institution.rooms')),
  'IN-16-function-rooms': rooms('function-room'),
  'IN-16-mediation-rooms': rooms('mediation-room'),
  'IN-16-centres': rooms('correction-centre'),
  'IN-16-stations': rooms('service-station'),
  'IN-16-offices': rooms('office-space'),
  'IN-16-opened': count('间', flow('institution.rooms-opened')),
  'IN-16-closed': count('间', flow('institution.rooms-closed')),
  /** 用房面积 at the period's end. unit ㎡ */
  'IN-17': stock('㎡', closing('institution.floor-area'), 2),
  'IN-17-centres': part('IN-17', stock('㎡', closing('institution.floor-area', { kind: 'correction-centre' }), 2)),

  /** Typed by a person with a paper that proves it; no record yields them. The mean, where a period holds several values. */
  'IN-21': asTyped('%', 'lawful-rights-rate'),
  'IN-22': asTyped('%', 'crime-reduction-rate'),
  'IN-23': asTyped('%', 'energy-saving-rate'),
  'IN-24': asTyped('%', 'participation-rate'),
  'IN-25': asTyped('%', 'acceptance-rate'),
  'IN-26': asTyped('%', 'schedule-rate'),
  /** Beside the computed cost control BF-08. */
  'BF-08-estimate': asTyped('%', 'within-estimate-rate'),
  'BF-15-heating-months-typed': asTyped('个月', 'heating-months'),
  'BF-15-temperature-typed': asTyped('度', 'office-temperature'),
  'BF-15-heated-area-typed': asTyped('㎡', 'heated-area'),
  /** 定性目标评定: goals graded by a person. unit 项 · dated by the last day of their period */
  'IN-30': graded('项', flow('institution.goals-graded')),
  'IN-30-achieved': goals('achieved'),
  'IN-30-partly': goals('partly-achieved'),
  'IN-30-missed': goals('missed'),
});
