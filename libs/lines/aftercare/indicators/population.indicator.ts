import { indicatorTable, part } from '#application/indicator-table.js';
import { closing, count, flow, stock } from './formulas.js';

const inSupport = (sourceKind: string) => part('AC-01', stock('人', closing('aftercare.in-support', { sourceKind })));
const moved = (measure: Parameters<typeof flow>[0]) => part('AC-01', count('人', flow(measure)));
const ended = (endKind: string) => part('AC-01-ended', count('人', flow('aftercare.ended', { endKind })));
const keyPersons = (keyClass: string) => part('AC-07', stock('人', closing('aftercare.key-persons', { keyClass })));

/** Who is in support, who comes and who goes. unit 人; each person's office is the one in charge on the day. */
export const populationIndicators = indicatorTable({
  /** 安置帮教对象(在帮): linked, and support not ended, at the end of the last day. */
  'AC-01': stock('人', closing('aftercare.in-support')),
  'AC-01-prison': inSupport('prison'),
  'AC-01-detention-house': inSupport('detention-house'),
  /** 社区矫正解除人员; 0 where the province does not count them. */
  'AC-01-correction-released': inSupport('correction-released'),
  'AC-01-other': inSupport('other'),
  /** 衔接: by the day of the link, whenever released. */
  'AC-01-linked': moved('aftercare.linked'),
  'AC-01-moved-in': moved('aftercare.moved-in'),
  /** 期初导入: taken over from earlier records inside the period; an adjustment, no inflow. */
  'AC-01-imported': moved('aftercare.imported'),
  /** 所间调入、调出: between offices of one bureau; equal for the bureau as a whole. */
  'AC-01-reassigned-in': moved('aftercare.reassigned-in'),
  'AC-01-reassigned-out': moved('aftercare.reassigned-out'),
  'AC-01-moved-out': moved('aftercare.moved-out'),
  'AC-01-ended': moved('aftercare.ended'),
  'AC-01-ended-term-over': ended('term-over'),
  'AC-01-ended-death': ended('death'),
  'AC-01-ended-reimprisoned': ended('reimprisoned'),
  'AC-01-ended-written-off': ended('written-off'),
  /** 待衔接: released or handed over, and not linked; not in support, so no part of the stock. */
  'AC-01-unlinked': stock('人', closing('aftercare.unlinked')),
  'AC-01-missing': part('AC-01', stock('人', closing('aftercare.missing'))),
  'AC-01-dual-listed': part('AC-01', stock('人', closing('aftercare.dual-listed'))),
  /** 新增刑满释放人员: by the day of release. 监狱法 第三十五条 */
  'AC-02': count('人', flow('aftercare.prisoners-released')),
  'AC-02-prison': part('AC-02', count('人', flow('aftercare.prisoners-released', { sourceKind: 'prison' }))),
  /** 解除矫正移交: beside the prisoners, whether or not the province counts them. */
  'AC-02-correction-released': count('人', flow('aftercare.correction-released')),
  /** 重点帮教对象: in support and of one of the provincial classes. */
  'AC-07': stock('人', closing('aftercare.key-persons')),
  'AC-07-state-security-or-cult': keyPersons('state-security-or-cult'),
  'AC-07-gang': keyPersons('gang'),
  'AC-07-drugs': keyPersons('drugs'),
  'AC-07-violence': keyPersons('violence'),
  'AC-07-mental-disorder': keyPersons('mental-disorder'),
  'AC-07-nothing-to-return-to': keyPersons('nothing-to-return-to'),
  'AC-07-false-identity': keyPersons('false-identity'),
  'AC-07-other': keyPersons('other'),
});
