import {
  closing,
  count,
  cumulative,
  flow,
  indicator,
  indicatorTable,
  less,
  opening,
  part,
  rate,
  stock,
  sum,
  cohort,
} from './indicator-table.js';

const register = 'corrections.in-register';
const category = (value: string) => part('CC-07', stock('人', closing(register, { category: value })));

/** The register: who came, who left, who is there. unit 人; each person's office is the one in charge on the day. */
export const registerIndicators = indicatorTable({
  /** 新接收: by the day of intake, without those transferred in. 社区矫正法 第二十二条 */
  'CC-02': count('人', flow('corrections.received')),
  /** 转入: from another county. 社区矫正法 第二十七条 */
  'CC-03': count('人', flow('corrections.transferred-in')),
  /** 解除, narrow: term expired or pardoned. 社区矫正法 第四十四条 */
  'CC-04': count('人', flow('corrections.released')),
  'CC-04-expired': part('CC-04', count('人', flow('corrections.released', { closingKind: 'term-expired' }))),
  'CC-04-pardoned': part('CC-04', count('人', flow('corrections.released', { closingKind: 'pardoned' }))),
  /** 出矫合计, 解除 in the broad sense: everyone who left the register. */
  'CC-04w': count('人', sum(indicator('CC-04'), indicator('CC-05'), indicator('CC-06'))),
  /** 终止: revoked, taken into prison, died. 社区矫正法 第四十五条 */
  'CC-05': count('人', flow('corrections.terminated')),
  'CC-05-probation-revoked': part(
    'CC-05',
    count('人', flow('corrections.terminated', { closingKind: 'probation-revoked' })),
  ),
  'CC-05-parole-revoked': part('CC-05', count('人', flow('corrections.terminated', { closingKind: 'parole-revoked' }))),
  'CC-05-taken-into-prison': part(
    'CC-05',
    count('人', flow('corrections.terminated', { closingKind: 'taken-into-prison' })),
  ),
  'CC-05-death': part('CC-05', count('人', flow('corrections.terminated', { closingKind: 'death' }))),
  'CC-05-other': part('CC-05', count('人', flow('corrections.terminated', { closingKind: 'other' }))),
  /** 转出: by the day of arrival at the new county. 社区矫正法 第二十七条 */
  'CC-06': count('人', flow('corrections.transferred-out')),
  /** 在册(在矫): in the register at the end of the last day. Splits by category, sex, age band, level and office. */
  'CC-07': stock('人', closing(register)),
  'CC-07-public-surveillance': category('public-surveillance'),
  'CC-07-probation': category('probation'),
  'CC-07-parole': category('parole'),
  'CC-07-outside-prison': category('outside-prison'),
  /** Old records of no known category. */
  'CC-07-other': category('other'),
  /** 期初导入: taken over from earlier records inside the period; an adjustment, no intake. */
  'CC-07-imported': part('CC-07', count('人', flow('corrections.imported'))),
  /** 所间调入、调出: between offices of one bureau; equal for the bureau as a whole. */
  'CC-07-moved-in': part('CC-07', count('人', flow('corrections.moved-in'))),
  'CC-07-moved-out': part('CC-07', count('人', flow('corrections.moved-out'))),
  /**
   * 列管: everyone in the register at any time of the period, the opening stock and who came in. A balance imported inside
   * the period belongs to the opening stock.
   */
  'CC-08': count(
    '人',
    sum(
      opening(register),
      flow('corrections.imported'),
      flow('corrections.received'),
      flow('corrections.transferred-in'),
    ),
  ),
  /** 累计接收: the baseline and all intakes and transfers in since. */
  'CC-09-received': cumulative('人', {
    cumulative: ['corrections.received', 'corrections.transferred-in'],
    baseline: 'corrections.baseline-received',
  }),
  /** 累计解除, broad: the baseline and everyone who left since. */
  'CC-09-left': cumulative('人', {
    cumulative: ['corrections.released', 'corrections.terminated', 'corrections.transferred-out'],
    baseline: 'corrections.baseline-left',
  }),
  /** 累计接收 less 累计解除; it must be CC-07. */
  'CC-09': cumulative('人', less(indicator('CC-09-received'), indicator('CC-09-left'))),
  /** 执行地(居住地)变更, in and out together. unit 例 · 社区矫正法 第二十七条 */
  'CC-12': count('例', sum(indicator('CC-03'), indicator('CC-06'))),
  /**
   * 个案矫正率: cases with group and plan ÷ cases in the register longer than the term for them, both at the period's end.
   * The term is a setting (CC-D06), no national rule. 社区矫正法 第二十四、二十五条
   */
  'CC-18': rate(closing('corrections.plan-worked-out'), closing('corrections.plan-due')),
  /**
   * 接收(衔接)率: received ÷ those whose papers have come, of those whose last day to report fell in the period, as they
   * stand at its end. Local reading. 社区矫正法 第二十一、二十二条
   */
  'CC-31': rate(cohort('corrections.documented-received'), cohort('corrections.documented-due')),
});
