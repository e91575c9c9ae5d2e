import { cohort, count, flow, indicatorTable, part, rate, variant } from './indicator-table.js';

const answered = 'corrections.assessments-answered';

/**
 * Pre-sentence assessments. The parts a–e say how the assessments received in the period stand at its end, so they add up
 * to CC-01 always, whatever is still open.
 */
export const assessmentIndicators = indicatorTable({
  /** 受理调查评估数: commissions received. unit 例 · dated by receipt of letter and attachments · 社区矫正法 第十八条 */
  'CC-01': count('例', flow('corrections.assessments-received')),
  /** Opinions given in the period, whenever commissioned (完成数). unit 例 · dated by the opinion */
  'CC-01-done': variant('CC-01', 'done', count('例', flow('corrections.assessments-concluded'))),
  /** 建议适用. Local opinion values; no national list. */
  'CC-01a': part('CC-01', count('例', cohort(answered, { outcome: 'suitable' }))),
  /** 慎用. */
  'CC-01b': part('CC-01', count('例', cohort(answered, { outcome: 'cautious' }))),
  /** 不适用. */
  'CC-01c': part('CC-01', count('例', cohort(answered, { outcome: 'unsuitable' }))),
  /** 在办: neither answered, returned nor withdrawn by the period's end. */
  'CC-01d': part('CC-01', count('例', cohort('corrections.assessments-pending'))),
  /** 退回、撤回. */
  'CC-01e': part('CC-01', count('例', cohort('corrections.assessments-lapsed'))),
  /**
   * 评估按期完成率: opinions by their due day ÷ opinions due in the period. unit % · dated by the due day (CC-D01, or the day
   * agreed) · returned and withdrawn commissions owe none · 社区矫正法实施办法 第十四条
   */
  'CC-28': rate(flow('corrections.assessments-on-time'), flow('corrections.assessments-due')),
});
